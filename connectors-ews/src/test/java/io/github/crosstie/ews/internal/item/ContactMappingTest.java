package io.github.crosstie.ews.internal.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts, written and read. */
class ContactMappingTest {

    private static final ContactMapping CONTACTS = new ContactMapping();
    private static final Stamp STAMP = Stamp.ofContact("ada@acme.example", new CorrelationTag("v1/tag/of <\"&'> ü"));

    private static Item projected(Item item) {
        Item.Builder held = Item.contact();
        item.values().forEach((field, value) -> held.put(field, CONTACTS.project(field, value)));
        return held.build();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("S4: a contact is read as it was written, as far as a mailbox can hold it")
    void readsWhatItWrites(long seed) {
        RandomValues values = new RandomValues(seed);
        for (int contact = 0; contact < 20; contact++) {
            Item item = values.contact(CONTACTS.fields());

            ItemRecord read = Wire.created(CONTACTS, CONTACTS.create(item, STAMP));

            assertThat(read.item().values())
                    .as("contact %s of seed %s", contact, seed)
                    .isEqualTo(projected(item).values());
            assertThat(read.stamp()).contains(STAMP);
            assertThat(read.trouble()).isNull();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("S4: an update sets or clears just the changed fields, one property each")
    void updatesJustTheChangedFields(long seed) {
        RandomValues values = new RandomValues(seed);
        for (Field<?> field : CONTACTS.fields()) {
            Object value = values.value(field.type());
            Map<Field<?>, @Nullable Object> changed = new HashMap<>();
            changed.put(field, value);

            List<PropertyChange> changes =
                    CONTACTS.update(changed, Item.contact().build(), false);

            Item expected = projected(Item.contact().put(field, value).build());
            assertThat(changes).as("changes of %s with seed %s", field, seed).hasSize(1);
            if (expected.value(field) == null) {
                assertThat(changes).hasOnlyElementsOfType(PropertyChange.Delete.class);
                Wire.updateRequest(CONTACTS, changes);
            } else {
                assertThat(Wire.set(CONTACTS, changes))
                        .singleElement()
                        .extracting(ItemRecord::item)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    @DisplayName("S4: clears every field by deleting its property")
    void clearsByDeleting() {
        for (Field<?> field : CONTACTS.fields()) {
            Map<Field<?>, @Nullable Object> changed = new HashMap<>();
            changed.put(field, null);

            List<PropertyChange> changes =
                    CONTACTS.update(changed, Item.contact().build(), false);

            assertThat(changes).as("clearing %s", field).hasSize(1).hasOnlyElementsOfType(PropertyChange.Delete.class);
            Wire.updateRequest(CONTACTS, changes);
        }
    }

    @Test
    void projectsTwiceAsOnce() {
        for (long seed = 1; seed <= 30; seed++) {
            Item once = projected(new RandomValues(seed).contact(CONTACTS.fields()));

            assertThat(projected(once)).as("seed %s", seed).isEqualTo(once);
        }
    }

    @Test
    @DisplayName("S4: notes that were HTML stay HTML")
    void keepsTheTypeOfNotes() {
        Map<Field<?>, @Nullable Object> changed = Map.of(ContactFields.NOTES, "a < b\n  c   d");

        String request = Wire.updateRequest(
                CONTACTS, CONTACTS.update(changed, Item.contact().build(), true));

        assertThat(request)
                .contains("BodyType=\"HTML\"")
                .contains("a &amp;lt; b&lt;br&gt;&amp;nbsp; c&amp;nbsp;&amp;nbsp; d");
    }

    @ParameterizedTest
    @CsvSource({
        "1985-12-10T11:59:00Z, 1985-12-10",
        "1985-12-10T00:00:00Z, 1985-12-10",
        "1985-12-09T23:00:00Z, 1985-12-10",
        "1985-12-10T05:00:00Z, 1985-12-10",
        "1985-12-10T10:00:00Z, 1985-12-10",
        "1985-12-10T00:00:00, 1985-12-10",
        "1985-12-10T00:00:00+02:00, 1985-12-10"
    })
    @DisplayName("a birthday is the date that was meant, in whatever zone its midnight was")
    void readsTheDateThatWasMeant(String birthday, LocalDate date) {
        ItemRecord read = Wire.read(CONTACTS, "<t:Birthday>" + birthday + "</t:Birthday>");

        assertThat(read.item().get(ContactFields.BIRTHDAY)).contains(date);
    }

    @Test
    @DisplayName("S15: what makes no sense is the trouble of one contact, which is still read to its end")
    void tellsWhatMakesNoSense() {
        ItemRecord read = Wire.read(
                CONTACTS, "<t:Birthday>tomorrow</t:Birthday><t:Unheard><t:Of/></t:Unheard><t:Surname>B</t:Surname>");

        assertThat(read.trouble()).contains("Birthday");
        assertThat(read.item().get(ContactFields.SURNAME)).contains("B");
    }
}
