package io.github.crosstie.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.Views;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.item.ValueHasher;
import io.github.crosstie.plan.Pair;
import io.github.crosstie.plan.PlannedChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedItemJsonTest {

    private static final Item ADA = Item.contact()
            .set(ContactFields.GIVEN_NAME, "Ada")
            .set(ContactFields.CATEGORIES, Set.of("friends"))
            .set(Field.text(ItemKind.CONTACT, "shoeSize"), "38")
            .build();

    private static final Field<String> NOTES = ContactFields.NOTES;
    private static final Pair PAIR = new Pair(new ItemId("c1"), new ItemId("m1"));

    private static final Item HASHED = ValueHasher.keyedWith(
                    new SecretKeySpec("a key that nobody else has".getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
            .hashed(ADA);

    @Test
    @DisplayName(
            "G6: an item of which digests are kept is written without a value, and is not read as a record's content")
    void isNoRecord() {
        String json = ItemJson.write(HASHED);

        assertThat(json).doesNotContain("Ada", "friends", "\"38\"").contains("\"hashed\"");
        assertThatThrownBy(() -> ItemJson.read("item.json", json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a digest stands where a value is needed");
    }

    @Test
    @DisplayName("G1: what a plan has last seen may be digests, and is read as what was written")
    void isReadAsABase() {
        Views bases = new Views(HASHED, HASHED);
        PlannedChange settle = new PlannedChange.Settle(PAIR, bases, Map.of());

        assertThat(read(written(settle))).isEqualTo(settle);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "to", "base", "sourceValue"})
    @DisplayName("G3: a digest in the place of a value that is written to a record is refused")
    void isNoChange(String member) {
        FieldChange change = new FieldChange(NOTES, "one", "two", "two", NOTES, "two");
        JsonNode update = written(new PlannedChange.Update(
                PAIR, Side.MAIL, new ItemVersion("1"), List.of(change), List.of(), Notification.NONE));
        ((ObjectNode) update.path("fields").path(0)).putObject(member).put("hashed", "abc");

        assertThatThrownBy(() -> read(update))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(member)
                .hasMessageContaining("a digest stands where a value is needed");
    }

    private static JsonNode written(PlannedChange change) {
        return PlannedChangeJson.write(List.of(change)).path(0);
    }

    private static PlannedChange read(JsonNode json) {
        return PlannedChangeJson.read(ItemKind.CONTACT, JsonText.parse("plan.json", JsonText.print(json)));
    }
}
