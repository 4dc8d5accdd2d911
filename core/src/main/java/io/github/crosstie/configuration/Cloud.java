package io.github.crosstie.configuration;

/** Which cloud of a vendor an organization lives in: dates of retirement differ (S24). */
public enum Cloud {
    /** The commercial cloud. */
    COMMERCIAL,
    /** A government cloud: exempt from the commercial dates. */
    GOVERNMENT
}
