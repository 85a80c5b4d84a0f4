/**
 * Korean writes particles directly behind a name: 알리바바가, 마윈의. A Korean name ends where
 * the rest of the word is made of these and nothing else; so 마윈 is found in 마윈에게는 but not
 * in a longer name that merely begins alike.
 */
const PARTICLES =
  '은|는|이|가|을|를|의|에|와|과|도|만|으?로|에서|에게|께서?|한테|처럼|보다|까지|부터|이?나|이?라|이?란|이?며|이?고|이?다|인|이?랑|하고|씨|측|들|뿐|대로|만큼|같은|이?라[는고]|이?었다|였다|엔|에[는도]|에선|으?로[서써]|에게서|으?로부터|이?자';
const PARTICLE_RUN = new RegExp(`^(?:${PARTICLES}){1,3}$`);

/** Whether the Hangul that follows a name, up to the word's end, is only particles. */
export function isParticleRun(rest: string): boolean {
  return PARTICLE_RUN.test(rest);
}
