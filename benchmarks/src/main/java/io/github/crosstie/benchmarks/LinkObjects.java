package io.github.crosstie.benchmarks;

import io.github.crosstie.diff.RecordStatus;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The three-way difference over objects, written with care: links stay in memory and are found by the ids of both sides in maps that
 * stay as well; a listed record leaves a mark on its link, and one pass over the links joins the marks.
 */
final class LinkObjects {

    /** A link with the marks of the comparison that is going on. */
    static final class LinkObject {

        private final ItemId crm;
        private final ItemId mail;
        private final long crmState;
        private final long mailState;
        private RecordStatus crmStatus = RecordStatus.GONE;
        private RecordStatus mailStatus = RecordStatus.GONE;

        LinkObject(ItemId crm, long crmState, ItemId mail, long mailState) {
            this.crm = crm;
            this.mail = mail;
            this.crmState = crmState;
            this.mailState = mailState;
        }

        void mark(Side side, long state) {
            if (side == Side.CRM) {
                crmStatus = state == crmState ? RecordStatus.UNCHANGED : RecordStatus.CHANGED;
            } else {
                mailStatus = state == mailState ? RecordStatus.UNCHANGED : RecordStatus.CHANGED;
            }
        }
    }

    /** A record that was listed. */
    record Listed(ItemId id, long state) {}

    /** A record that was listed, with its link if that was looked up before. */
    record Resolved(Listed record, @Nullable LinkObject link) {}

    /** A link that differs. */
    record Differing(ItemId crm, RecordStatus crmStatus, ItemId mail, RecordStatus mailStatus) {}

    private final List<LinkObject> links = new ArrayList<>();
    private final Map<ItemId, LinkObject> byCrm = new HashMap<>();
    private final Map<ItemId, LinkObject> byMail = new HashMap<>();
    private final Map<Side, List<Listed>> listed = new EnumMap<>(Side.class);

    LinkObjects(SyntheticLinks synthetic) {
        for (int link = 0; link < synthetic.links(); link++) {
            LinkObject object = new LinkObject(
                    synthetic.id(Side.CRM, link),
                    synthetic.known(Side.CRM, link),
                    synthetic.id(Side.MAIL, link),
                    synthetic.known(Side.MAIL, link));
            links.add(object);
            byCrm.put(object.crm, object);
            byMail.put(object.mail, object);
        }
        for (Side side : Side.values()) {
            List<Listed> records = new ArrayList<>();
            synthetic.list(side, link -> records.add(new Listed(synthetic.id(side, link), synthetic.now(side, link))));
            listed.put(side, records);
        }
    }

    /** Each listed record with its link, or null. */
    Map<Side, List<Resolved>> resolved() {
        Map<Side, List<Resolved>> resolved = new EnumMap<>(Side.class);
        listed.forEach((side, records) -> resolved.put(
                side,
                records.stream()
                        .map(record -> new Resolved(record, links(side).get(record.id())))
                        .toList()));
        return resolved;
    }

    private Map<ItemId, LinkObject> links(Side side) {
        return side == Side.CRM ? byCrm : byMail;
    }

    /** Looks every record up. */
    Outcome diff() {
        Outcome outcome = new Outcome();
        forget();
        for (Side side : Side.values()) {
            Map<ItemId, LinkObject> known = links(side);
            for (Listed record : Objects.requireNonNull(listed.get(side))) {
                LinkObject link = known.get(record.id());
                if (link == null) {
                    outcome.addUnlinked(side, record.id());
                } else {
                    link.mark(side, record.state());
                }
            }
        }
        return joined(outcome);
    }

    /** Finds every record looked up. */
    Outcome diff(Map<Side, List<Resolved>> resolved) {
        Outcome outcome = new Outcome();
        forget();
        resolved.forEach((side, records) -> {
            for (Resolved record : records) {
                if (record.link() == null) {
                    outcome.addUnlinked(side, record.record().id());
                } else {
                    record.link().mark(side, record.record().state());
                }
            }
        });
        return joined(outcome);
    }

    private void forget() {
        for (LinkObject link : links) {
            link.crmStatus = RecordStatus.GONE;
            link.mailStatus = RecordStatus.GONE;
        }
    }

    private Outcome joined(Outcome outcome) {
        List<Differing> differing = new ArrayList<>();
        int unchanged = 0;
        for (LinkObject link : links) {
            if (link.crmStatus == RecordStatus.UNCHANGED && link.mailStatus == RecordStatus.UNCHANGED) {
                unchanged++;
            } else {
                differing.add(new Differing(link.crm, link.crmStatus, link.mail, link.mailStatus));
            }
        }
        outcome.addUnchanged(unchanged);
        differing.forEach(one -> outcome.add(one.crmStatus(), one.mailStatus(), one.crm()));
        return outcome;
    }

    /** As one would write it without a thought of speed: a map of each listing, and sets of ids. */
    Outcome naiveDiff() {
        Map<ItemId, Listed> crm = byId(Side.CRM);
        Map<ItemId, Listed> mail = byId(Side.MAIL);
        Outcome outcome = new Outcome();
        for (LinkObject link : links) {
            outcome.add(
                    status(crm.remove(link.crm), new Listed(link.crm, link.crmState)),
                    status(mail.remove(link.mail), new Listed(link.mail, link.mailState)),
                    link.crm);
        }
        crm.keySet().forEach(id -> outcome.addUnlinked(Side.CRM, id));
        mail.keySet().forEach(id -> outcome.addUnlinked(Side.MAIL, id));
        return outcome;
    }

    private Map<ItemId, Listed> byId(Side side) {
        Map<ItemId, Listed> byId = new HashMap<>();
        Objects.requireNonNull(listed.get(side)).forEach(record -> byId.put(record.id(), record));
        return byId;
    }

    private static RecordStatus status(@Nullable Listed now, Listed known) {
        if (now == null) {
            return RecordStatus.GONE;
        }
        return now.equals(known) ? RecordStatus.UNCHANGED : RecordStatus.CHANGED;
    }
}
