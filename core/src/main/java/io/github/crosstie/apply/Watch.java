package io.github.crosstie.apply;

import io.github.crosstie.item.Side;
import java.util.Objects;

/** Who limits one run of a round, and who is told of it. */
record Watch(RoundLimits limits, RoundListener listener) {

    static final Watch NOBODY = new Watch(RoundLimits.NONE, RoundListener.NONE);

    Watch {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(listener, "listener");
    }

    void changesOf(Side side) {
        listener.phase(side == Side.CRM ? RoundListener.Phase.CRM_CHANGES : RoundListener.Phase.MAIL_CHANGES);
    }
}
