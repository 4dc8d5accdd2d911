package io.github.crosstie.plan;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan presumes of one link: which records it joins, and which versions of them were last seen or written. Whatever a
 * round does to a link changes one of these.
 *
 * @param id the link
 * @param crm its half in the CRM; null if there is none
 * @param mail its half in the mailbox; null if there is none
 */
public record LinkBasis(
        LinkId id, @Nullable Known crm, @Nullable Known mail) {

    /**
     * One half of a link.
     *
     * @param record the record's id on that side
     * @param version the version last seen or written; null if unknown
     */
    public record Known(ItemId record, @Nullable ItemVersion version) {
        /** Requires the id. */
        public Known {
            Objects.requireNonNull(record, "record");
        }

        private static @Nullable Known of(@Nullable Half half) {
            return half == null ? null : new Known(half.id(), half.version());
        }
    }

    /**
     * Checks that there is a half.
     *
     * @throws IllegalArgumentException if both halves are missing
     */
    public LinkBasis {
        Objects.requireNonNull(id, "id");
        if (crm == null && mail == null) {
            throw new IllegalArgumentException("basis of link " + id + " has neither half; say which records it joins");
        }
    }

    /**
     * What there is to presume of a link.
     *
     * @param link the link
     * @return its basis
     */
    public static LinkBasis of(Link link) {
        return new LinkBasis(link.id(), Known.of(link.crm()), Known.of(link.mail()));
    }

    /**
     * The records that it joins.
     *
     * @return their keys, the CRM's first; one or two
     */
    public List<RecordKey> records() {
        List<RecordKey> records = new ArrayList<>();
        if (crm != null) {
            records.add(new RecordKey(Side.CRM, crm.record()));
        }
        if (mail != null) {
            records.add(new RecordKey(Side.MAIL, mail.record()));
        }
        return records;
    }
}
