package io.github.crosstie.engagement.planner;

import io.github.crosstie.engagement.plan.LeftAlone;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who wants something unique, or sets it free, while it is settled who gets what. */
final class Claimant {

    final Wish wish;
    /** The place in the order of precedence. */
    final int precedence;

    /** Whom it waits for, and whether a parked address of that one would be enough. */
    private final Map<Claimant, Boolean> waitsFor = new LinkedHashMap<>();

    private @Nullable LeftCode lost;

    Claimant(Wish wish, int precedence) {
        this.wish = wish;
        this.precedence = precedence;
    }

    boolean isIn() {
        return lost == null;
    }

    void lose(LeftCode code) {
        lost = code;
    }

    void forgetWaiting() {
        waitsFor.clear();
    }

    void waitFor(Claimant other, boolean parkingHelps) {
        waitsFor.merge(other, parkingHelps, Boolean::logicalAnd);
    }

    Map<Claimant, Boolean> waitsFor() {
        return waitsFor;
    }

    LeftAlone left() {
        LeftCode code = lost == null ? LeftCode.SWAP : lost;
        return new LeftAlone(wish.user().id(), wish.targetId(), code, Reason.of(code.rule(), text(code)));
    }

    private static String text(LeftCode code) {
        return switch (code) {
            case EMAIL_EXISTS ->
                "a user of the unit who is linked to nobody has the e-mail address, and is never taken over; link that"
                        + " user by hand, or change its address";
            case USERNAME_TAKEN -> "another user of the unit holds the CRM username; correct that user";
            case HELD_BY_RECYCLED ->
                "a user in the recycle bin holds the e-mail address or the CRM username; restore it and link it, or"
                        + " delete it for good";
            case USERNAME_NOT_FREE ->
                "the new CRM username is held or reserved by another user of the unit; correct that user, the change"
                        + " waits";
            case EMAIL_NOT_FREE ->
                "the new e-mail address is held by another user of the unit; change that user's, the change waits";
            case EMAIL_SHARED ->
                "another CRM user has the same e-mail address and comes first; give one of them another";
            case SWAP ->
                "users want each other's address or username, and no write can come first; set one of them free by"
                        + " hand";
            case USERNAME_RESERVED ->
                "the e-mail address of another user of the unit equals the CRM username and so reserves it; change that"
                        + " address";
            case CRM_USER_NOT_VISIBLE,
                    IN_BOTH_SETS,
                    EMAIL_MISSING,
                    ROLE_UNKNOWN,
                    MEMBERSHIP_UNKNOWN,
                    LISTING_INCOMPLETE,
                    LINKED_TWICE ->
                throw new IllegalStateException(
                        code + " is nobody else's fault; it is found before claims are settled");
        };
    }
}
