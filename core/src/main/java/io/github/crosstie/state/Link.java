package io.github.crosstie.state;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two records that are one. While the second is still to be created, or to be created again, one half is missing.
 *
 * @param id its id
 * @param crm the half in the CRM; null while it does not exist
 * @param mail the half in the mailbox; null while it does not exist
 * @param generation 0, and one more each time that a deleted half is created again
 * @param attempts attempts to create the missing half, oldest first; once both halves are there, none but those that may still
 *     arrive
 * @param uncertainty what may still happen to it by writes whose answer was never learned
 */
public record Link(
        LinkId id,
        @Nullable Half crm,
        @Nullable Half mail,
        int generation,
        List<Attempt> attempts,
        Uncertainty uncertainty) {

    /**
     * Copies the attempts.
     *
     * @throws IllegalArgumentException if both halves are missing
     */
    public Link {
        Objects.requireNonNull(id, "id");
        if (crm == null && mail == null) {
            throw new IllegalArgumentException("link " + id + " has neither half; remove it instead");
        }
        attempts = List.copyOf(attempts);
        Objects.requireNonNull(uncertainty, "uncertainty");
    }

    /**
     * A link of which everything is known.
     *
     * @param id its id
     * @param crm the half in the CRM, or null
     * @param mail the half in the mailbox, or null
     * @param generation how often a deleted half was created again
     * @param attempts attempts to create the missing half
     */
    public Link(LinkId id, @Nullable Half crm, @Nullable Half mail, int generation, List<Attempt> attempts) {
        this(id, crm, mail, generation, attempts, Uncertainty.NONE);
    }

    /**
     * A link of two existing records.
     *
     * @param id its id
     * @param crm the half in the CRM
     * @param mail the half in the mailbox
     * @return the link
     */
    public static Link of(LinkId id, Half crm, Half mail) {
        return new Link(id, crm, mail, 0, List.of());
    }

    /**
     * A link whose second half is still to be created.
     *
     * @param id its id
     * @param side the side of the existing half
     * @param half the existing half
     * @return the link
     */
    public static Link half(LinkId id, Side side, Half half) {
        return new Link(id, side == Side.CRM ? half : null, side == Side.MAIL ? half : null, 0, List.of());
    }

    /**
     * The half on a side.
     *
     * @param side the side
     * @return the half, or null while it does not exist
     */
    public @Nullable Half on(Side side) {
        return side == Side.CRM ? crm : mail;
    }

    /**
     * The key of the record on a side.
     *
     * @param side the side
     * @return the key, or null while there is no record
     */
    public @Nullable RecordKey key(Side side) {
        Half half = on(side);
        return half == null ? null : new RecordKey(side, half.id());
    }

    /**
     * The side whose half is still to be created.
     *
     * @return the side, or empty if both halves are there
     */
    public Optional<Side> missing() {
        if (crm == null) {
            return Optional.of(Side.CRM);
        }
        return mail == null ? Optional.of(Side.MAIL) : Optional.empty();
    }

    /**
     * What was last seen on both sides.
     *
     * @return the bases; of a missing half one without values
     */
    public Views bases() {
        return new Views(base(crm, mail), base(mail, crm));
    }

    /**
     * Whether digests are kept of what was last seen, in the place of values: then both records are read before anything is decided.
     *
     * @return true if a base is hashed
     */
    public boolean isHashed() {
        return (crm != null && crm.base().isHashed())
                || (mail != null && mail.base().isHashed());
    }

    private Item base(@Nullable Half half, @Nullable Half other) {
        if (half != null) {
            return half.base();
        }
        return Item.builder(Objects.requireNonNull(other).base().kind()).build();
    }

    /**
     * The same with a half replaced. Once both halves are there, no attempt is remembered but those that may still arrive.
     *
     * @param side the side
     * @param half its half
     * @return a changed copy
     */
    public Link with(Side side, Half half) {
        boolean isHalf = on(side.other()) == null;
        List<Attempt> open = isHalf || uncertainty.isAmbiguous() ? attempts : List.of();
        return side == Side.CRM
                ? new Link(id, half, mail, generation, open, uncertainty)
                : new Link(id, crm, half, generation, open, uncertainty);
    }

    /**
     * The same for its next life: a half was deleted and is to be created again.
     *
     * @param side the side of the deleted half
     * @return a changed copy
     */
    public Link without(Side side) {
        Uncertainty kept = uncertainty.withEarlier(attempts).withoutLate(side);
        return side == Side.CRM
                ? new Link(id, null, mail, generation + 1, List.of(), kept)
                : new Link(id, crm, null, generation + 1, List.of(), kept);
    }

    /**
     * The same with one more attempt to create the missing half.
     *
     * @param attempt the attempt
     * @return a changed copy
     */
    public Link attempting(Attempt attempt) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        return new Link(id, crm, mail, generation, all, uncertainty);
    }

    /**
     * The same without an attempt that certainly created nothing.
     *
     * @param tag the attempt's tag
     * @return a changed copy
     */
    public Link givingUp(CorrelationTag tag) {
        List<Attempt> rest =
                attempts.stream().filter(attempt -> !attempt.tag().equals(tag)).toList();
        return new Link(id, crm, mail, generation, rest, uncertainty);
    }

    /**
     * The same, an attempt of which may still arrive.
     *
     * @param until from when on it no longer can
     * @return a changed copy
     */
    public Link ambiguous(Instant until) {
        return new Link(id, crm, mail, generation, attempts, uncertainty.ambiguous(until));
    }

    /**
     * The same, with a write that may still arrive.
     *
     * @param write the write
     * @return a changed copy
     */
    public Link expecting(LateWrite write) {
        return new Link(id, crm, mail, generation, attempts, uncertainty.withLate(write));
    }

    /**
     * The same with other writes that may still arrive.
     *
     * @param writes all of them
     * @return a changed copy
     */
    public Link expectingOnly(List<LateWrite> writes) {
        Uncertainty rest = new Uncertainty(uncertainty.ambiguousUntil(), uncertainty.earlierAttempts(), writes);
        return new Link(id, crm, mail, generation, attempts, rest);
    }

    /**
     * Whether the record on a side may have been deleted by the engine itself.
     *
     * @param side the side
     * @return true if a deletion without answer was on its way there
     */
    public boolean isDeletedLate(Side side) {
        return uncertainty.lateWrites().stream()
                .anyMatch(late ->
                        late.intent() instanceof Intent.Delete && late.intent().side() == side);
    }

    /**
     * The same at a later moment: what can no longer arrive is forgotten.
     *
     * @param now the moment
     * @return a changed copy, or this one if nothing is forgotten
     */
    public Link at(Instant now) {
        Uncertainty rest = uncertainty.after(now);
        if (rest.equals(uncertainty)) {
            return this;
        }
        List<Attempt> open = missing().isPresent() || rest.isAmbiguous() ? attempts : List.of();
        return new Link(id, crm, mail, generation, open, rest);
    }

    /**
     * The attempt with a tag.
     *
     * @param tag the tag
     * @return the attempt, or empty if no attempt of this life carried it
     */
    public Optional<Attempt> attempt(CorrelationTag tag) {
        return attempts.stream().filter(attempt -> attempt.tag().equals(tag)).findFirst();
    }

    /**
     * All attempts that may have created a record, those of earlier lives first.
     *
     * @return the attempts
     */
    public List<Attempt> allAttempts() {
        if (uncertainty.earlierAttempts().isEmpty()) {
            return attempts;
        }
        List<Attempt> all = new ArrayList<>(uncertainty.earlierAttempts());
        all.addAll(attempts);
        return all;
    }

    /**
     * What a system that suppresses repeats itself knows the creation of a half by: equal for all attempts, another one for each
     * life.
     *
     * @return the key
     */
    public String idempotencyKey() {
        return id + "." + generation;
    }
}
