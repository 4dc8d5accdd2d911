package io.github.crosstie.plan;

import io.github.crosstie.connector.Expressibility;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import java.util.Objects;

/**
 * What a planner needs to know about series (S6, S11, S23).
 *
 * @param expander who tells when they take place
 * @param crm which of them the CRM can hold
 * @param mail which of them the mailbox can hold
 */
public record SeriesSupport(RecurrenceExpander expander, Expressibility crm, Expressibility mail) {

    /** Both sides can hold every series; when one takes place is known by its bounds alone. */
    public static final SeriesSupport CAUTIOUS =
            new SeriesSupport(RecurrenceExpander.cautious(), Expressibility.UNLIMITED, Expressibility.UNLIMITED);

    /** Requires all parts. */
    public SeriesSupport {
        Objects.requireNonNull(expander, "expander");
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(mail, "mail");
    }

    Expressibility on(Side side) {
        return side == Side.CRM ? crm : mail;
    }
}
