package io.github.crosstie.apply;

import java.util.Objects;

/** Who limits one run of a round, and who is told of it. */
record Watch(RoundLimits limits, Audience audience) {

    Watch {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(audience, "audience");
    }

    static Watch nobody(RoundParts parts) {
        return new Watch(RoundLimits.NONE, Audience.nobody(parts));
    }
}
