package io.github.crosstie.ews;

import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.time.Clock;
import java.util.Objects;

/** What the server says of one item, in the words of the engine. */
final class Outcomes {

    /** Ids that the server never gave out: no record has such an id. */
    private static final String NO_ID = "ErrorInvalidId";

    private Outcomes() {}

    static WriteOutcome of(Trouble trouble, Clock clock) {
        if (isGone(trouble)) {
            return new WriteOutcome.Gone();
        }
        if (trouble.mayHaveHappened()) {
            return new WriteOutcome.Unknown("the server answered " + code(trouble));
        }
        return switch (trouble.kind()) {
            case CONFLICT -> new WriteOutcome.Conflict();
            case THROTTLED, TRANSIENT, MOVING ->
                new WriteOutcome.Deferred(clock.instant().plus(trouble.backOff().orElse(Trouble.UNSTATED_PAUSE)));
            case ITEM, PROGRAM, VERSION, STATE, NONE, GONE ->
                new WriteOutcome.Rejected(
                        code(trouble),
                        "the server refuses the record as it is; look the code up, and correct the record",
                        true);
            case MAILBOX, RIGHTS, BLOCKED ->
                new WriteOutcome.Rejected(
                        code(trouble),
                        "the server does not let this account write the record; check its rights and the quota",
                        false);
        };
    }

    static boolean isGone(Trouble trouble) {
        return trouble.kind() == TroubleKind.GONE || code(trouble).startsWith(NO_ID);
    }

    static String code(Trouble trouble) {
        return trouble.effectiveCode().name();
    }

    static WriteOutcome.Written written(ItemKey key) {
        return new WriteOutcome.Written(new ItemId(key.id()), version(key));
    }

    static ItemVersion version(ItemKey key) {
        return new ItemVersion(Objects.requireNonNull(key.changeKey(), "change key of an item"));
    }
}
