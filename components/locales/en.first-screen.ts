/** What `problems` may tell besides the reason. */
export interface ProblemFacts {
  /** How long to wait, in words of the language: "42 seconds". Absent when the service did not say. */
  readonly wait?: string | undefined;
  /** Wrong tries left with this code. */
  readonly attemptsLeft?: number | undefined;
}

export type ProblemText = string | ((facts: ProblemFacts) => string);

/** The English words of an element's first screen, kept apart because they are always loaded. */
export const enFirstScreen = {
  /** The BCP 47 tag of these texts. */
  tag: 'en',
  common: {
    retry: 'Try again',
  },
  methods: {
    phone: 'Security phone',
    email: 'Security email',
    verification: 'Identity verification',
    notVerification: 'Not for identity verification',
    login: 'Login',
    notLogin: 'Not for login',
    unverified: 'Not verified: cannot confirm your identity',
  },
  overview: {
    heading: 'Security verification',
    intro: 'We use these to confirm that it is you, and to send notices such as resource expiry, release and alarms.',
    change: 'Change',
    opening: 'Opening…',
    noPhone: 'Not set',
  },
  /** What has to be said when `problems`, which has all, may be out of reach. */
  firstProblems: {
    NETWORK: 'The service could not be reached. Check your connection and try again.',
    UNEXPECTED: 'Something went wrong on our side. Try again in a moment.',
  },
};

export type FirstScreenTexts = typeof enFirstScreen;
