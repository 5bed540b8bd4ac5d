// The city's identity provider of the tests: oidc-provider, with a page of its own that asks for an ID alone.
// node provider.mjs '{"library", "issuer", "port", "client", "secret", "redirect", "behind", "acr", "tls"}'

import { generateKeyPairSync, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";

const said = JSON.parse(process.argv[2]);

// Its clock may be slow, by so many seconds.
const now = Date.now;
Date.now = () => now() - 1000 * said.behind;

const { default: Provider } = await import(said.library);

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = { ...privateKey.export({ format: "jwk" }), kid: randomUUID(), alg: "RS256", use: "sig" };

const provider = new Provider(said.issuer, {
  clients: [{ client_id: said.client, client_secret: said.secret, redirect_uris: [said.redirect] }],
  jwks: { keys: [key] },
  cookies: { keys: [randomUUID()] },
  claims: { openid: ["sub"], profile: ["preferred_username"], acr: null },
  // As most providers of cities do, it says in the ID token who somebody is.
  conformIdTokenClaims: false,
  // Long enough for a clock that is slow, but for the token.
  ttl: { Session: 86400, Interaction: 86400, Grant: 86400, AuthorizationCode: 60, AccessToken: 60, IdToken: 3600 },
  acrValues: said.acr ? [said.acr] : [],
  features: { devInteractions: { enabled: false } },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  // Nobody is asked whether this program may know who they are.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
    grant.addOIDCScope("openid profile");
    await grant.save();
    return grant;
  },
});

const PAGE = `<!doctype html><html lang="ja"><title>庁内認証</title><h1>庁内認証</h1><form method="post">
<label for="id">職員番号</label> <input id="id" name="id">
<button>確認する</button> <button name="refuse" value="yes">やめる</button></form></html>`;

async function interact(request, response) {
  if (request.method !== "POST") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    return response.end(PAGE);
  }
  let body = "";
  for await (const part of request) body += part;
  const form = new URLSearchParams(body);
  const result = form.has("refuse")
    ? { error: "access_denied" }
    : { login: { accountId: form.get("id"), acr: said.acr ?? undefined } };
  return provider.interactionFinished(request, response, result);
}

const answer = provider.callback();
const serve = (request, response) =>
  request.url.startsWith("/interaction/") ? interact(request, response) : answer(request, response);
const server = said.tls
  ? https.createServer({ cert: readFileSync(said.tls.certificate), key: readFileSync(said.tls.key) }, serve)
  : http.createServer(serve);
server.listen(said.port, "127.0.0.1");
