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
  token('gitlab', 'GitLab', /\bgl(?:pat|dt|rt|ptt|soat|oas)-[\w-]{20,}/),
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
  key('stripe-webhook', 'Stripe webhook', /\bwhsec_[A-Za-z0-9]{32,}\b/),
  token('docker', 'Docker Hub', /\bdckr_pat_[\w-]{27}(?![\w-])/),
  key('heroku', 'Heroku', /\bHRKU-AA[\w-]{58}(?![\w-])/),
  token('atlassian', 'Atlassian', /\bATATT3xFfGF0[\w=-]{120,}/),
  token('figma', 'Figma', /\bfigd_[\w-]{40}(?![\w-])/),
  token('airtable', 'Airtable', /\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}\b/),
  token('doppler', 'Doppler', /\bdp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]+\.)?[A-Za-z0-9]{40,44}\b/),
  token('planetscale', 'PlanetScale', /\bpscale_(?:tkn|oauth|pw)_[\w.=-]{32,64}/),
  token('supabase', 'Supabase', /\bsbp_[a-f0-9]{40}\b/),
  token('terraform', 'Terraform', /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70}/),
  token('pulumi', 'Pulumi', /\bpul-[a-f0-9]{40}\b/),
  key('groq', 'Groq', /\bgsk_[A-Za-z0-9]{52}\b/),
  key('openrouter', 'OpenRouter', /\bsk-or-v1-[a-f0-9]{64}\b/),
  token('replicate', 'Replicate', /\br8_[A-Za-z0-9]{37}\b/),
  key('rubygems', 'RubyGems', /\brubygems_[a-f0-9]{48}\b/),
  token('buildkite', 'Buildkite', /\bbkua_[a-f0-9]{40}\b/),
  token('mapbox', 'Mapbox secret', /\bsk\.eyJ[\w-]{40,}\.[\w-]{20,}/),
  key('brevo', 'Brevo', /\bxkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}\b/),
  key('resend', 'Resend', /\bre_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}\b/),
  key('flutterwave', 'Flutterwave', /\bFLWSECK-[a-f0-9]{32}-X\b/),
  token('braintree', 'Braintree', /\baccess_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}\b/),
  token('shippo', 'Shippo', /\bshippo_live_[a-f0-9]{40}\b/),
  token('contentful', 'Contentful', /\bCFPAT-[\w-]{43}(?![\w-])/),
  token('netlify', 'Netlify', /\bnfp_[A-Za-z0-9]{36}\b/),
  key('tailscale', 'Tailscale', /\btskey-(?:auth|api|client)-[A-Za-z0-9]{8,}-[A-Za-z0-9]{20,}\b/),
  key('age', 'age', /\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b/),
  key('discord-webhook', 'Discord webhook', /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,}/),
  key('azure-client', 'Azure client', /(?<![\w~.-])[A-Za-z0-9_~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/),
  key('azure-bus', 'Azure Service Bus', /\bSharedAccessKey=[A-Za-z0-9+/]{43}=/),
  key('private-key', 'Private', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\s\S]*[A-Za-z0-9+/=]{60}/),
];
