package io.github.crosstie.move;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which ids and UIDs records are known by either way. */
final class Identities {

    private final MoveParts parts;
    private final ItemKind kind;
    private final Endpoint to;

    Identities(MoveParts parts, ItemKind kind, Endpoint to) {
        this.parts = parts;
        this.kind = kind;
        this.to = to;
    }

    /** What ids lead to, by the ids of the new way: former ones on the way back, else translated ones. */
    Map<ItemId, Ladder.Known> known(CollectionState state, List<Sought> all) {
        Map<ItemId, Ladder.Known> known = new HashMap<>();
        Map<ItemId, Sought> untranslated = new HashMap<>();
        List<ItemId> order = new ArrayList<>();
        for (Sought sought : all) {
            Optional<ItemId> former = formerId(state, sought);
            if (former.isPresent()) {
                known.put(former.get(), new Ladder.Known(sought, Rung.FORMER_ID));
            } else {
                untranslated.put(sought.from(), sought);
                order.add(sought.from());
            }
        }
        Portions.each(order, parts.translator().batch(), batch -> {
            for (Translation translation : parts.translator().translate(parts.mailbox(), List.copyOf(batch))) {
                Sought sought = untranslated.get(translation.from());
                if (sought == null) {
                    throw new ContractBrokenException("the translator answered for id " + translation.from()
                            + ", which it was not asked about; mend the translator");
                }
                if (translation instanceof Translation.Translated translated) {
                    known.put(translated.to(), new Ladder.Known(sought, Rung.TRANSLATED_ID));
                }
            }
        });
        return known;
    }

    private Optional<ItemId> formerId(CollectionState state, Sought sought) {
        Link link = sought.link();
        return parts.isBack() && link != null ? state.formerId(link.id()) : Optional.empty();
    }

    /** UIDs by the old way: those gathered while it answered, else what it says now. It may not answer any more: then none. */
    Map<ItemId, String> uidsBefore(List<ItemId> ids) {
        Map<ItemId, String> uids = new HashMap<>(parts.gathered());
        List<ItemId> unknown = ids.stream().filter(id -> !uids.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            try {
                uids.putAll(uids(parts.openFrom(kind), unknown));
            } catch (AccessBlockedException | UnauthorizedException | MailboxUnavailableException closed) {
                // Closed for good, perhaps, which is why the mailbox moves: records are found by what else is known.
                return uids;
            } catch (UnavailableException unreachable) {
                if (parts.uids() == null) {
                    throw unreachable;
                }
                // Switched off, as those who gathered the UIDs before knew.
            }
        }
        return uids;
    }

    /** What the old way shows of records. It may not answer any more: then what it showed before that. */
    Map<ItemId, Item> valuesBefore(List<ItemId> ids, Runnable goingOn) {
        Map<ItemId, Item> values = new HashMap<>();
        if (ids.isEmpty()) {
            return values;
        }
        try {
            Endpoint from = parts.openFrom(kind);
            Portions.each(ids, from.capabilities().readBatch(), batch -> {
                goingOn.run();
                from.read(List.copyOf(batch)).stream()
                        .filter(ReadOutcome.Found.class::isInstance)
                        .map(outcome -> ((ReadOutcome.Found) outcome).record())
                        .forEach(record -> values.put(record.id(), record.item()));
            });
        } catch (AccessBlockedException
                | UnauthorizedException
                | MailboxUnavailableException
                | UnavailableException closed) {
            // Closed, perhaps for good, which is why the mailbox moves: what it does not tell counts as edited.
            return values;
        }
        return values;
    }

    Map<ItemId, String> uidsNow(List<ItemId> ids) {
        return uids(to, ids);
    }

    static Map<ItemId, String> uids(Endpoint endpoint, List<ItemId> ids) {
        Map<ItemId, String> uids = new HashMap<>();
        Portions.each(
                ids, endpoint.capabilities().readBatch(), batch -> uids.putAll(endpoint.uids(List.copyOf(batch))));
        return uids;
    }
}
