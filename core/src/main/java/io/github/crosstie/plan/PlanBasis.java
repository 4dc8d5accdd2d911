package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the changes of a plan presume (G1): of every link they touch what it joined, and of every record they concern
 * which version it had. A record that stands in no link here was not linked. A change may be carried out as long as
 * all of this still holds.
 *
 * @param links the links, by id
 * @param records the records, the CRM's first, by id
 */
public record PlanBasis(List<LinkBasis> links, List<RecordBasis> records) {

    /** Copies the lists. */
    public PlanBasis {
        links = List.copyOf(links);
        records = List.copyOf(records);
    }

    static PlanBasis of(PlanInput input, List<PlannedChange> changes) {
        SortedMap<LinkId, LinkBasis> links = new TreeMap<>();
        SortedMap<RecordKey, RecordBasis> records = new TreeMap<>();
        for (PlannedChange change : changes) {
            for (RecordKey record : change.records()) {
                Optional<Link> link = input.state().linkOf(record);
                link.ifPresent(of -> links.put(of.id(), LinkBasis.of(of)));
                basis(input, record, link).ifPresent(of -> records.put(record, of));
            }
            for (Link link : named(change).flatMap(input.state()::link).stream().toList()) {
                LinkBasis named = LinkBasis.of(link);
                links.put(link.id(), named);
                named.records()
                        .forEach(key -> basis(input, key, Optional.of(link)).ifPresent(of -> records.put(key, of)));
            }
        }
        return new PlanBasis(List.copyOf(links.values()), List.copyOf(records.values()));
    }

    /**
     * The link that a change is based on although its own record is not one of it.
     *
     * @param change a change
     * @return the link; empty if the change concerns the records of its link themselves, or no link
     */
    public static Optional<LinkId> named(PlannedChange change) {
        if (change instanceof PlannedChange.Adopt adopt) {
            return Optional.of(adopt.link());
        }
        return change instanceof PlannedChange.RemoveDuplicate removal ? Optional.of(removal.link()) : Optional.empty();
    }

    private static Optional<RecordBasis> basis(PlanInput input, RecordKey record, Optional<Link> link) {
        ReadOutcome reading = input.readings().get(record);
        if (reading instanceof ReadOutcome.Found found) {
            return Optional.of(RecordBasis.present(record, found.record().version()));
        }
        if (reading instanceof ReadOutcome.Absent absent) {
            return Optional.of(RecordBasis.absent(record, absent.removal()));
        }
        return link.flatMap(of -> version(of.on(record.side()))).map(known -> RecordBasis.present(record, known));
    }

    private static Optional<ItemVersion> version(@Nullable Half half) {
        return half == null ? Optional.empty() : Optional.ofNullable(half.version());
    }

    /**
     * The links by the records that they join.
     *
     * @return a new map: two entries for a whole link, one for a half
     */
    public Map<RecordKey, LinkBasis> linksByRecord() {
        Map<RecordKey, LinkBasis> found = new TreeMap<>();
        for (LinkBasis link : links) {
            link.records().forEach(record -> found.put(record, link));
        }
        return found;
    }
}
