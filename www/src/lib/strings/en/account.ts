// Signing up, logging in, one's profile and settings.
export const account = {
  forms: {
    marked: 'Something is not right yet: see the marked fields.',
    /** The server's words go on from the field's name: "must have 3 to 32 characters". */
    wrong: (label: string, words: string) => (/^[a-z]/.test(words) ? `${label} ${words}.` : words),
    username: 'Username',
    usernameHint: '3 to 32 letters, digits, _ or -.',
    password: 'Password',
    passwordHint: 'At least 8 characters; a sentence is a good one.',
    show: 'Show password',
    displayName: 'Display name',
    bio: 'About you',
    location: 'Location',
    email: 'E-mail',
    emailHint: 'Only you see it.',
    private: 'Private profile',
    privateHint: 'Your ratings count in scores but are listed to nobody else.',
  },
  login: {
    title: 'Log in',
    submit: 'Log in',
    wrong: 'That username and password do not go together. Check both and try again.',
    lost: 'Your session has ended. Log in, and you are back where you were.',
    other: 'No account yet?',
    otherLink: 'Sign up',
  },
  signup: {
    title: 'Sign up',
    submit: 'Sign up',
    other: 'Have an account?',
    otherLink: 'Log in',
  },
  profile: {
    title: 'Your profile',
    signedInAs: (name: string) => `You are ${name}.`,
    submit: 'Save',
    saved: 'Saved.',
    failed: 'Your profile could not be fetched.',
  },
}
