package io.github.crosstie.ews;

import io.github.crosstie.ews.internal.operation.ConvertId;
import io.github.crosstie.ews.internal.operation.ConvertId.Format;
import io.github.crosstie.item.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ids of a mailbox's items in the two formats that matter when the mailbox goes to another wire (S22): those of Exchange
 * Web Services, which are this connector's, and MAPI's entry ids in Base64, which other services translate. Whether an item
 * is there is not looked at. Thread-safe; each call goes out, once for each two hundred ids.
 *
 * <pre>{@code
 * List<Optional<String>> entryIds = exchange.ids(anna).toEntryIds(linked);
 * }</pre>
 */
public final class MailboxIds {

    private static final int BATCH = 200;

    private final Mailbox mailbox;

    MailboxIds(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * Writes ids of this connector as entry ids.
     *
     * @param ids any number
     * @return the entry id of each, in Base64, in their order; empty for one that is no id of an item
     * @throws io.github.crosstie.fault.CrosstieException if the mailbox does not answer for now, or not to this account
     */
    public List<Optional<String>> toEntryIds(List<ItemId> ids) {
        return converted(ids.stream().map(ItemId::value).toList(), Format.EWS, Format.ENTRY);
    }

    /**
     * Writes entry ids as ids of this connector.
     *
     * @param entryIds any number, in Base64
     * @return the id of each, in their order; empty for one that is no entry id
     * @throws io.github.crosstie.fault.CrosstieException if the mailbox does not answer for now, or not to this account
     */
    public List<Optional<ItemId>> fromEntryIds(List<String> entryIds) {
        return converted(List.copyOf(entryIds), Format.ENTRY, Format.EWS).stream()
                .map(id -> id.map(ItemId::new))
                .toList();
    }

    private List<Optional<String>> converted(List<String> ids, Format from, Format to) {
        ConvertId operation = new ConvertId(mailbox.channel(), mailbox.clock());
        List<Optional<String>> converted = new ArrayList<>(ids.size());
        for (int at = 0; at < ids.size(); at += BATCH) {
            List<String> some = ids.subList(at, Math.min(ids.size(), at + BATCH));
            converted.addAll(operation.convert(some, from, to, mailbox.address()));
        }
        return List.copyOf(converted);
    }

    @Override
    public String toString() {
        return "MailboxIds";
    }
}
