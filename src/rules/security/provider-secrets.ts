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

/** Formats that the library of patterns lacks, from their providers' documentation; the library's come first. */
export const providerSecrets: readonly ProviderSecret[] = [
  key('aws', 'AWS access', /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Z0-9])/),
  token('gitlab', 'GitLab', /\bgl(?:dt|rt|ptt|soat|oas)-[\w-]{20,128}/),
  token('slack', 'Slack', /\bxoxe\.?(?:xox[bp])?-[\w-]{20,300}/),
  key(
    'slack-webhook',
    'Slack webhook',
    /hooks\.slack\.com\/(?:services|workflows)\/T[A-Z0-9]{6,20}\/[A-Z0-9]{6,20}\/\w{18,40}/,
  ),
  key('stripe', 'Stripe live', /\b[rs]k_live_[A-Za-z0-9]{20,250}/),
  key('tailscale', 'Tailscale', /\btskey-(?:auth|api|client|webhook|scim)-[A-Za-z0-9]{6,40}-[A-Za-z0-9]{20,64}\b/),
  key('google', 'Google API', /\bAIza[\w-]{35}\b/),
  key('google-oauth', 'Google OAuth', /\bGOCSPX-[\w-]{28}\b/),
  key('anthropic', 'Anthropic', /\bsk-ant-admin\d{2}-[\w-]{80,200}/),
  key('mailgun', 'Mailgun', /\bkey-[0-9a-f]{32}\b/),
  key('mailchimp', 'Mailchimp', /\b[0-9a-f]{32}-us\d{1,2}\b/),
  key('twilio', 'Twilio', /\bSK[0-9a-f]{32}\b/),
  token('pypi', 'PyPI', /\bpypi-AgEIcHlwaS5vcmc[\w-]{50,400}/),
  token('square', 'Square', /\bsq0(?:atp|csp)-[\w-]{22,43}\b|\bEAAA[\w-]{60}\b/),
  token('telegram', 'Telegram bot', /(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])/),
  token('discord', 'Discord bot', /\b[MNO][A-Za-z\d]{23,25}\.[\w-]{6}\.[\w-]{27,38}\b/),
  token('digitalocean', 'DigitalOcean', /\bdo[opr]_v1_[a-f0-9]{64}\b/),
  token('linear', 'Linear', /\blin_oauth_[A-Za-z0-9]{40,128}\b/),
  token('notion', 'Notion', /\bsecret_[A-Za-z0-9]{43}\b/),
  token('sentry', 'Sentry', /\bsntr(?:ys|yu)_[\w=+/]{40,600}/),
  key('newrelic', 'New Relic', /\bNRAK-[A-Z0-9]{27}\b/),
  key('postman', 'Postman', /\bPMAK-[a-f0-9]{24}-[a-f0-9]{34}\b/),
  key('azure-storage', 'Azure storage', /\bAccountKey=[A-Za-z0-9+/]{86}==/),
  key('stripe-webhook', 'Stripe webhook', /\bwhsec_[A-Za-z0-9]{32,100}\b/),
  key('heroku', 'Heroku', /\bHRKU-AA[\w-]{58}(?![\w-])/),
  token('atlassian', 'Atlassian', /\bATATT3xFfGF0[\w=-]{120,300}/),
  token('airtable', 'Airtable', /\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}\b/),
  token('doppler', 'Doppler', /\bdp\.(?:pt|st|ct|sa|scim|audit)\.(?:[a-z0-9_-]{1,64}\.)?[A-Za-z0-9]{40,44}\b/),
  token('planetscale', 'PlanetScale', /\bpscale_(?:tkn|oauth|pw)_[\w.=-]{32,64}/),
  token('supabase', 'Supabase', /\bsbp_[a-f0-9]{40}\b/),
  token('terraform', 'Terraform', /\b[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70}/),
  token('pulumi', 'Pulumi', /\bpul-[a-f0-9]{40}\b/),
  key('openrouter', 'OpenRouter', /\bsk-or-v1-[a-f0-9]{64}\b/),
  token('replicate', 'Replicate', /\br8_[A-Za-z0-9]{37}\b/),
  key('rubygems', 'RubyGems', /\brubygems_[a-f0-9]{48}\b/),
  token('buildkite', 'Buildkite', /\bbkua_[a-f0-9]{40}\b/),
  token('mapbox', 'Mapbox secret', /\bsk\.eyJ[\w-]{40,200}\.[\w-]{20,40}/),
  key('brevo', 'Brevo', /\bxkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}\b/),
  key('resend', 'Resend', /\bre_[A-Za-z0-9]{8}_[A-Za-z0-9]{24}\b/),
  key('flutterwave', 'Flutterwave', /\bFLWSECK-[a-f0-9]{32}-X\b/),
  token('braintree', 'Braintree', /\baccess_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}\b/),
  token('shippo', 'Shippo', /\bshippo_live_[a-f0-9]{40}\b/),
  token('contentful', 'Contentful', /\bCFPAT-[\w-]{43}(?![\w-])/),
  token('netlify', 'Netlify', /\bnfp_[A-Za-z0-9]{36}\b/),
  key('age', 'age', /\bAGE-SECRET-KEY-1[A-Z0-9]{58}\b/),
  key('discord-webhook', 'Discord webhook', /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,100}/),
  key('azure-client', 'Azure client', /(?<![\w~.-])[A-Za-z0-9_~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/),
  key('azure-bus', 'Azure Service Bus', /\bSharedAccessKey=[A-Za-z0-9+/]{43}=/),
  key(
    'private-key',
    'Private',
    /-----BEGIN (?:[A-Z]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,600}?[A-Za-z0-9+/=]{60}/,
  ),
];
