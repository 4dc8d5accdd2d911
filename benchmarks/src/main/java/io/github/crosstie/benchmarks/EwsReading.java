package io.github.crosstie.benchmarks;

import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.ews.internal.operation.GetItem;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.ItemShape;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.ews.internal.operation.SyncChange;
import io.github.crosstie.ews.internal.operation.SyncFolderItems;
import io.github.crosstie.ews.internal.soap.Answer;
import io.github.crosstie.ews.internal.soap.Envelope;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.XmlInput;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The library's own way through a page: its operations over a channel that answers from memory. */
final class EwsReading {

    private EwsReading() {}

    static List<SyncChange> changes(byte[] page) {
        List<SyncChange> changes = new ArrayList<>();
        new SyncFolderItems(new Memory(page), Clock.systemUTC())
                .next(FolderReference.distinguished("contacts"), null, SyncFolderItems.MOST_CHANGES, changes::add);
        return changes;
    }

    static List<EwsContact> contacts(byte[] page, int count) {
        List<EwsContact> contacts = new ArrayList<>(count);
        for (Result<EwsContact> result : new GetItem(new Memory(page), Clock.systemUTC())
                .get(Collections.nCopies(count, ItemKey.of("any")), ItemShape.ID_ONLY, count, EwsReading::contact)) {
            contacts.add(((Result.Done<EwsContact>) result).value());
        }
        return contacts;
    }

    private static EwsContact contact(XmlInput element) {
        Parts parts = new Parts();
        element.children(parts::part);
        return new EwsContact(
                parts.id, parts.changeKey, parts.texts, parts.emails, parts.phones, parts.city, parts.stamp);
    }

    private static final class Parts {
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, String> emails = new HashMap<>();
        private final Map<String, String> phones = new HashMap<>();
        private String id = "";
        private String changeKey = "";
        private String city = "";
        private String stamp = "";

        void part(XmlInput part) {
            switch (part.name()) {
                case "ItemId" -> {
                    id = String.valueOf(part.attribute("Id"));
                    changeKey = String.valueOf(part.attribute("ChangeKey"));
                }
                case "ExtendedProperty" ->
                    part.children(child -> {
                        if (child.name().equals("Value")) {
                            stamp = child.text();
                        }
                    });
                case "EmailAddresses" -> entries(part, emails);
                case "PhoneNumbers" -> entries(part, phones);
                case "PhysicalAddresses" ->
                    part.children(entry -> entry.children(child -> {
                        if (child.name().equals("City")) {
                            city = child.text();
                        }
                    }));
                default -> texts.put(part.name(), part.text());
            }
        }

        private static void entries(XmlInput list, Map<String, String> target) {
            list.children(entry -> {
                String key = String.valueOf(entry.attribute("Key"));
                target.put(key, entry.text());
            });
        }
    }

    /** Answers with a page, without a network. */
    private static final class Memory implements EwsChannel {
        private final byte[] page;

        Memory(byte[] page) {
            this.page = page;
        }

        @Override
        public <T> T call(EwsRequest request, EwsReader<T> reader) {
            return ((Answer.Value<T>) Envelope.read(new ByteArrayInputStream(page), reader)).value();
        }

        @Override
        public void stream(EwsRequest request, Duration atMost, EwsReader<Boolean> each) {
            throw new IllegalStateException("the benchmark does not listen");
        }
    }
}
