// Reads {"good": [text, …], "bad": [text, …]} and says which of the credentials an implementation that shares no line
// with ours accepts: Digital Bazaar's, of W3C Verifiable Credentials 2.0 with eddsa-jcs-2022 and did:key. It looks
// nothing up on the network; contexts and keys come with its packages and with the did itself.

import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {createVerifyCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {defaultDocumentLoader, verifyCredential} from '@digitalbazaar/vc';
import {driver} from '@digitalbazaar/did-method-key';
import {readFileSync} from 'node:fs';

const didKey = driver();
didKey.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: Ed25519Multikey.from});

async function documentLoader(url) {
  if(url.startsWith('did:key:')) {
    return {contextUrl: null, documentUrl: url, document: await didKey.get({url})};
  }
  return defaultDocumentLoader(url);
}

async function outcome(text, now) {
  try {
    const suite = new DataIntegrityProof({cryptosuite: createVerifyCryptosuite()});
    const found = await verifyCredential({credential: JSON.parse(text), suite, documentLoader, now});
    if(found.verified) {
      return '';
    }
    const error = found.results?.[0]?.error ?? found.error;
    return [error?.message, ...(error?.errors ?? []).map(each => each.message)].filter(Boolean).join(': ') || 'refused';
  } catch(error) {
    return error.message || 'refused';
  }
}

const {good, bad, now} = JSON.parse(readFileSync(0, 'utf8'));
const answer = {good: [], bad: []};
for(const text of good) {
  answer.good.push(await outcome(text, now));
}
for(const text of bad) {
  answer.bad.push(await outcome(text, now));
}
process.stdout.write(JSON.stringify(answer));
