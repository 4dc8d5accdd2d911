package io.github.crosstie.sync;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A side with very many contacts, made up when they are asked for: it remembers nothing but a bit for each contact that was
 * created or updated. The contact of a number is the same person on both sides; every tenth has another job title in the mailbox.
 */
final class GeneratedContacts implements Endpoint {

    private static final int PAGE = 500;

    private final Side side;
    private final int from;
    private final int to;
    private final BitSet created = new BitSet();
    private final BitSet updated = new BitSet();

    GeneratedContacts(Side side, int from, int to) {
        this.side = side;
        this.from = from;
        this.to = to;
    }

    int created() {
        return created.cardinality();
    }

    int updated() {
        return updated.cardinality();
    }

    @Override
    public Side side() {
        return side;
    }

    @Override
    public ItemKind kind() {
        return ItemKind.CONTACT;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.full(ItemKind.CONTACT);
    }

    @Override
    public ScopeIdentity scopeIdentity() {
        return new ScopeIdentity("generated " + side);
    }

    @Override
    public ChangePage changes(@Nullable Cursor cursor) {
        int first = cursor == null ? from : Integer.parseInt(cursor.value());
        int beyond = Math.min(to, first + PAGE);
        List<Change> changes = new ArrayList<>();
        for (int number = first; number < beyond; number++) {
            RemoteItem record = record(number);
            changes.add(new Change.Upserted(record.id(), record.version(), record));
        }
        boolean more = beyond < to;
        return new ChangePage(changes, new Cursor("" + beyond), more, !more && first < to);
    }

    @Override
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        return ids.stream().map(this::read).toList();
    }

    private ReadOutcome read(ItemId id) {
        int number = Integer.parseInt(id.value().substring(2));
        boolean exists = (number >= from && number < to) || created.get(number);
        return exists ? new ReadOutcome.Found(record(number)) : new ReadOutcome.Absent(id, Removal.UNKNOWN);
    }

    @Override
    public List<Tagged> find(Collection<CorrelationTag> tags) {
        return List.of();
    }

    @Override
    public List<WriteOutcome> write(List<Write> writes) {
        return writes.stream().map(this::write).toList();
    }

    private WriteOutcome write(Write write) {
        if (write instanceof Write.Create create) {
            int number = Integer.parseInt(
                    create.item().get(ContactFields.COMPANY_NAME).orElseThrow().substring(4));
            if (read(id(number)) instanceof ReadOutcome.Found) {
                throw new IllegalStateException("contact " + number + " would be there twice");
            }
            created.set(number);
            return new WriteOutcome.Written(id(number), version(number));
        }
        Write.Update update = (Write.Update) write;
        int number = Integer.parseInt(update.id().value().substring(2));
        updated.set(number);
        return new WriteOutcome.Written(update.id(), version(number));
    }

    private ItemId id(int number) {
        return new ItemId((side == Side.CRM ? "c-" : "m-") + number);
    }

    private ItemVersion version(int number) {
        return new ItemVersion(updated.get(number) ? "v2" : "v1");
    }

    private RemoteItem record(int number) {
        boolean isTitled = number % 10 != 0 || (side == Side.MAIL) != updated.get(number);
        Item item = Item.contact()
                .set(ContactFields.GIVEN_NAME, "Ada" + number)
                .set(ContactFields.SURNAME, "Lovelace" + number / 3)
                .set(ContactFields.EMAIL_ADDRESS, "ada." + number + "@example.com")
                .set(ContactFields.BUSINESS_PHONE, "+49 30 " + number)
                .set(ContactFields.COMPANY_NAME, "No. " + number)
                .set(ContactFields.JOB_TITLE, isTitled ? "Countess" : "Programmer")
                .build();
        return new RemoteItem(id(number), version(number), item);
    }
}
