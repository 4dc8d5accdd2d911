package io.github.crosstie.diff;

import io.github.crosstie.conflict.AddressReading;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Side;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Merges one set-valued field by additions and removals (S3): nothing that only one side touched is lost. */
final class SetMerge {

    private final ThreeWayMerge merge;
    private final FieldRule rule;
    private final boolean isOfAddresses;
    private final Views base;
    private final Views current;

    SetMerge(ThreeWayMerge merge, FieldRule rule, Views base, Views current) {
        this.merge = merge;
        this.rule = rule;
        this.isOfAddresses = EventFields.ATTENDEES.contains(rule.mail());
        this.base = base;
        this.current = current;
    }

    /** What a side holds after the other side's additions and removals; null for an empty set. */
    @Nullable
    Object merged(Side target) {
        return withSourceChanges(target, held(current, target));
    }

    /** What counts as seen on a side after it was given the other side's additions and removals. */
    @Nullable
    Object mergedBase(Side target) {
        return withSourceChanges(target, held(base, target));
    }

    private @Nullable Object withSourceChanges(Side target, SortedSet<String> start) {
        Side source = target.other();
        SortedSet<String> added = minus(held(current, source), held(base, source));
        // What the source merely keeps in its own, lossy spelling is not an addition.
        added = minus(added, projected(source, held(current, target)));
        SortedSet<String> removed = projected(target, minus(held(base, source), held(current, source)));
        removed = common(removed, held(base, target));

        SortedSet<String> merged = minus(start, removed);
        merged.addAll(minus(projected(target, added), merged));
        return merged.isEmpty() ? null : Collections.unmodifiableSet(merged);
    }

    private SortedSet<String> held(Views views, Side side) {
        return texts(views.on(side).value(rule.on(side)));
    }

    private SortedSet<String> projected(Side side, SortedSet<String> values) {
        return values.isEmpty() ? new TreeSet<>() : texts(merge.project(side, rule.on(side), values));
    }

    private SortedSet<String> minus(Set<String> all, Set<String> without) {
        Set<Object> left = identities(without);
        SortedSet<String> rest = new TreeSet<>(all);
        rest.removeIf(element -> left.contains(identity(element)));
        return rest;
    }

    private SortedSet<String> common(Set<String> some, Set<String> others) {
        Set<Object> kept = identities(others);
        SortedSet<String> common = new TreeSet<>(some);
        common.removeIf(element -> !kept.contains(identity(element)));
        return common;
    }

    private Set<Object> identities(Set<String> elements) {
        return elements.stream().map(this::identity).collect(Collectors.toSet());
    }

    /** What stands for an element: two spellings of one attendee's address are one, or the attendee would be invited twice. */
    private Object identity(String element) {
        return isOfAddresses && MailboxAddress.read(element) instanceof AddressReading.Usable usable
                ? usable.address()
                : element;
    }

    private static SortedSet<String> texts(@Nullable Object value) {
        SortedSet<String> texts = new TreeSet<>();
        if (value instanceof Set<?> set) {
            set.forEach(element -> texts.add((String) element));
        }
        return texts;
    }
}
