import type { Localized } from '../../base/language.ts';

/** A secret in a format that its provider publishes. */
export interface ProviderSecret {
  readonly id: string;
  readonly name: Localized;
  readonly pattern: RegExp;
}

function key(id: string, provider: string, pattern: RegExp): ProviderSecret {
  return { id, name: { en: `${provider} key`, fr: `Clé ${provider}` }, pattern };
}

function token(id: string, provider: string, pattern: RegExp): ProviderSecret {
  return { id, name: { en: `${provider} token`, fr: `Jeton ${provider}` }, pattern };
}

/** Formats of providers' secrets, from their published documentation. */
export const providerSecrets: readonly ProviderSecret[] = [
  key('aws', 'AWS access', /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/),
  token('github', 'GitHub', /\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_[A-Za-z0-9_]{60,}\b/),
  token('gitlab', 'GitLab', /\bglpat-[\w-]{20,}/),
  token('slack', 'Slack', /\bxox[abeoprs]-\d{8,}-[A-Za-z0-9-]{16,}|\bxapp-\d-[A-Z0-9]+-\d+-[a-f0-9]{32,}/),
  key(
    'slack-webhook',
    'Slack webhook',
    /hooks\.slack\.com\/(?:services|workflows)\/T[A-Z0-9]{6,}\/[A-Z0-9]{6,}\/\w{18,}/,
  ),
  key('stripe', 'Stripe live', /\b[rs]k_live_[A-Za-z0-9]{20,}/),
  key('google', 'Google API', /\bAIza[\w-]{35}\b/),
  key('google-oauth', 'Google OAuth', /\bGOCSPX-[\w-]{28}\b/),
  key('openai', 'OpenAI', /\bsk-(?:proj-|svcacct-|admin-)?[\w-]{20,}T3BlbkFJ[\w-]{20,}/),
  key('anthropic', 'Anthropic', /\bsk-ant-(?:api|admin)\d{2}-[\w-]{80,}/),
  key('sendgrid', 'SendGrid', /\bSG\.[\w-]{22}\.[\w-]{43}\b/),
  key('mailgun', 'Mailgun', /\bkey-[0-9a-f]{32}\b/),
  key('mailchimp', 'Mailchimp', /\b[0-9a-f]{32}-us\d{1,2}\b/),
  key('twilio', 'Twilio', /\bSK[0-9a-f]{32}\b/),
  token('npm', 'npm', /\bnpm_[A-Za-z0-9]{36}\b/),
  token('pypi', 'PyPI', /\bpypi-AgEIcHlwaS5vcmc[\w-]{50,}/),
  token('shopify', 'Shopify', /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}\b/),
  token('square', 'Square', /\bsq0(?:atp|csp)-[\w-]{22,43}\b|\bEAAA[\w-]{60}\b/),
  token('telegram', 'Telegram bot', /(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])/),
  token('discord', 'Discord bot', /\b[MNO][A-Za-z\d]{23,25}\.[\w-]{6}\.[\w-]{27,38}\b/),
  token('digitalocean', 'DigitalOcean', /\bdo[opr]_v1_[a-f0-9]{64}\b/),
  token('huggingface', 'Hugging Face', /\bhf_[A-Za-z]{34}\b/),
  token('linear', 'Linear', /\blin_(?:api|oauth)_[A-Za-z0-9]{40,}\b/),
  token('notion', 'Notion', /\b(?:secret_[A-Za-z0-9]{43}|ntn_[A-Za-z0-9]{46})\b/),
  token('databricks', 'Databricks', /\bdapi[a-f0-9]{32}\b/),
  token('vault', 'Vault', /\bhvs\.[\w-]{90,}/),
  token('sentry', 'Sentry', /\bsntr(?:ys|yu)_[\w=+/]{40,}/),
  token('grafana', 'Grafana', /\bglsa_[A-Za-z0-9]{32}_[a-f0-9]{8}\b/),
  key('newrelic', 'New Relic', /\bNRAK-[A-Z0-9]{27}\b/),
  key('postman', 'Postman', /\bPMAK-[a-f0-9]{24}-[a-f0-9]{34}\b/),
  key('azure-storage', 'Azure storage', /\bAccountKey=[A-Za-z0-9+/]{86}==/),
  key('private-key', 'Private', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]*[A-Za-z0-9+/=]{60}/),
];
