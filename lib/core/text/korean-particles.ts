/**
 * Korean writes particles directly behind a name: 알리바바가, 마윈의. A Korean name ends where
 * the rest of the word is made of these and nothing else; so 마윈 is found in 마윈에게는 but not
 * in a longer name that merely begins alike.
 */
const PARTICLES =
  '[은는이가을를의에와과도만인씨측들뿐엔]|이?(?:[나란며고다랑자]|라[는고]?)|으?로(?:[서써]|부터)?|에[는도선서]|에게서?|께서?|한테|처럼|보다|까지|마저|조차|부터|하고|대로|만큼|같은|이?었다|였다';
const PARTICLE_RUN = new RegExp(`^(?:${PARTICLES}){1,3}$`);

/** Whether the Hangul that follows a name, up to the word's end, is only particles. */
export function isParticleRun(rest: string): boolean {
  return PARTICLE_RUN.test(rest);
}
