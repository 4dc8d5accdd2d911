package io.github.crosstie.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.RecordSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The standard fields of a contact, and those besides. */
class ContactFieldsTest {

    @Test
    void namesEachFieldOnce() {
        List<Field<?>> fields = new ArrayList<>(ContactFields.STANDARD);
        fields.addAll(ContactFields.FURTHER);

        assertThat(fields)
                .doesNotHaveDuplicates()
                .allMatch(field -> field.kind() == ItemKind.CONTACT)
                .extracting(Field::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void mapsNoneOfTheFurtherFieldsUnasked() {
        RecordSettings settings = RecordSettings.builder(ItemKind.CONTACT).build();

        assertThat(settings.fields())
                .extracting(FieldMapping::mail)
                .doesNotContainAnyElementsOf(ContactFields.FURTHER)
                .containsExactlyElementsOf(ContactFields.STANDARD);
    }
}
