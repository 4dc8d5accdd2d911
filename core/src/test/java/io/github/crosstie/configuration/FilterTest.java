package io.github.crosstie.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FilterTest {

    private static final Item ANNA = Item.contact()
            .set(ContactFields.DEPARTMENT, "Sales EMEA")
            .set(ContactFields.CATEGORIES, Set.of("vip", "customer"))
            .set(ContactFields.BIRTHDAY, LocalDate.of(1980, 2, 29))
            .build();

    @ParameterizedTest
    @CsvSource({
        "IN, Sales EMEA, true",
        "IN, Sales, false",
        "IN, sales emea, false",
        "NOT_IN, Sales EMEA, false",
        "NOT_IN, Marketing, true",
        "STARTS_WITH, Sales, true",
        "STARTS_WITH, EMEA, false",
        "CONTAINS, EMEA, true",
        "CONTAINS, APAC, false"
    })
    @DisplayName("S10: compares a text exactly")
    void comparesText(Filter.Operator operator, String value, boolean accepted) {
        assertThat(filter(ContactFields.DEPARTMENT, operator, value).accepts(ANNA))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"IN, vip, true", "IN, lead, false", "NOT_IN, vip, false", "NOT_IN, lead, true", "CONTAINS, cust, true"})
    @DisplayName("S10: a set-valued field needs one value that fits; none for NOT_IN")
    void comparesSets(Filter.Operator operator, String value, boolean accepted) {
        assertThat(filter(ContactFields.CATEGORIES, operator, value).accepts(ANNA))
                .isEqualTo(accepted);
    }

    @Test
    @DisplayName("S10: a record without the field is out for all but NOT_IN and ABSENT")
    void looksAtAbsentFields() {
        assertThat(filter(ContactFields.NOTES, Filter.Operator.IN, "x").accepts(ANNA))
                .isFalse();
        assertThat(filter(ContactFields.NOTES, Filter.Operator.NOT_IN, "x").accepts(ANNA))
                .isTrue();
        assertThat(filter(ContactFields.NOTES, Filter.Operator.PRESENT).accepts(ANNA))
                .isFalse();
        assertThat(filter(ContactFields.NOTES, Filter.Operator.ABSENT).accepts(ANNA))
                .isTrue();
        assertThat(filter(ContactFields.BIRTHDAY, Filter.Operator.PRESENT).accepts(ANNA))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void refusesANumberOfValuesThatDoesNotFit(Filter.Operator operator) {
        boolean unary = operator == Filter.Operator.PRESENT || operator == Filter.Operator.ABSENT;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter(ContactFields.NOTES, operator, unary ? new String[] {"x"} : new String[] {}))
                .withMessageContaining(unary ? "takes no values" : "needs at least one value");
    }

    @Test
    void refusesToCompareDates() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> filter(ContactFields.BIRTHDAY, Filter.Operator.IN, "1980-02-29"))
                .withMessageContaining("use PRESENT or ABSENT for DATE");
    }

    private static Filter filter(Field<?> field, Filter.Operator operator, String... values) {
        return new Filter(Side.CRM, field, operator, Set.of(values));
    }
}
