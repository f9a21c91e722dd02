// Signing up, logging in, profile and settings, in German.
import type { account as english } from '../en/account'

export const account: typeof english = {
  forms: {
    marked: 'Etwas stimmt noch nicht: siehe die markierten Felder.',
    wrong: (label, words) => (/^\p{Ll}/u.test(words) ? `${label} ${words}` : words),
    username: 'Benutzername',
    usernameHint: '3 bis 32 Buchstaben, Ziffern, _ oder -.',
    password: 'Passwort',
    passwordHint: 'Mindestens 8 Zeichen; ein Satz ist gut.',
    show: 'Passwort zeigen',
    displayName: 'Anzeigename',
    bio: 'Über dich',
    location: 'Ort',
    email: 'E-Mail',
    emailHint: 'Nur du siehst sie.',
    private: 'Privates Profil',
    privateHint: 'Deine Bewertungen zählen in Wertungen, aber niemand sonst bekommt sie aufgelistet.',
  },
  login: {
    title: 'Anmelden',
    submit: 'Anmelden',
    wrong: 'Benutzername und Passwort passen nicht zusammen. Prüfe beide und versuche es noch einmal.',
    lost: 'Deine Sitzung ist zu Ende. Melde dich an, und du bist wieder, wo du warst.',
    other: 'Noch kein Konto?',
    otherLink: 'Registrieren',
  },
  signup: {
    title: 'Registrieren',
    submit: 'Registrieren',
    other: 'Schon ein Konto?',
    otherLink: 'Anmelden',
  },
  profile: {
    title: 'Dein Profil',
    signedInAs: (name) => `Du bist ${name}.`,
    submit: 'Speichern',
    saved: 'Gespeichert.',
    failed: 'Dein Profil konnte nicht geholt werden.',
  },
}
