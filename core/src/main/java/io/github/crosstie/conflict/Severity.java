package io.github.crosstie.conflict;

/** How bad a finding is, worst first. */
public enum Severity {
    /** Unsupported, or data is at risk: somebody must act. */
    ERROR,
    /** Works today, and may stop to, or may not mean what it looks like. */
    WARNING,
    /** Worth knowing; nothing needs to be done. */
    INFO
}
