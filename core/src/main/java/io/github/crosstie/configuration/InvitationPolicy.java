package io.github.crosstie.configuration;

/** Whether writes may make a mail server send invitations, updates or cancellations (S7). */
public enum InvitationPolicy {
    /** Never: a write is silent, or if the mail server cannot write silently, refused and reported. The default. */
    NEVER,
    /** The server may send them; the plan says beforehand which writes would. */
    SEND
}
