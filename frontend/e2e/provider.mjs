// A real OpenID provider for the tests: oidc-provider, certified by the OpenID Foundation, with people of our own choice.
//
//   node provider.mjs '{"client": "direttore", "secret": "…", "callbacks": ["http://127.0.0.1/…"], "people": {"ben": {"name": "Ben", "groups": ["students"]}}}'
//
// Prints its address when it answers. Any password will do; somebody called "nobody" does not exist.
import { Provider } from 'oidc-provider';
import { createServer } from 'node:http';

const wanted = JSON.parse(process.argv[2]);
const server = createServer();
await new Promise((resolve) => server.listen(wanted.port ?? 0, '127.0.0.1', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: wanted.client,
      ...(wanted.secret ? { client_secret: wanted.secret } : { token_endpoint_auth_method: 'none' }),
      redirect_uris: wanted.callbacks,
      // Of a program on this machine the provider takes any port (RFC 8252, section 7.3).
      application_type: 'native',
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'], groups: ['groups'] },
  scopes: ['openid', 'profile', 'email', 'groups'],
  pkce: { required: () => true },
  features: { devInteractions: { enabled: true } },
  findAccount: (_, id) =>
    wanted.people[id] && {
      accountId: id,
      claims: () => ({ sub: `subject-of-${id}`, preferred_username: id, email: `${id}@uni.example`, email_verified: true, ...wanted.people[id] }),
    },
  cookies: { keys: ['for the tests only'] },
});
server.on('request', provider.callback());
console.log(issuer);
