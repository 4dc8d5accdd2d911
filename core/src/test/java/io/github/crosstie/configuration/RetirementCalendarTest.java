package io.github.crosstie.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.configuration.RetirementNotice.Status;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetirementCalendarTest {

    private static final LocalDate DAY = LocalDate.of(2027, 4, 1);
    private static final Retirement PROTOCOL = new Retirement("Old protocol", Cloud.COMMERCIAL, DAY, "vendor page");
    private static final RetirementCalendar CALENDAR = new RetirementCalendar(List.of(PROTOCOL));

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, AHEAD",
        "2027-03-01, AHEAD",
        "2027-03-02, NEAR",
        "2027-03-31, NEAR",
        "2027-04-01, PASSED",
        "2028-01-01, PASSED"
    })
    @DisplayName("S24: a retirement is ahead, near within the notice, and passed from its day on")
    void tellsWhereItStands(LocalDate today, Status expected) {
        assertThat(CALENDAR.notices(today, Cloud.COMMERCIAL, 30))
                .singleElement()
                .returns(expected, RetirementNotice::status);
    }

    @Test
    @DisplayName("S24: the government cloud is exempt from a commercial date, and told so")
    void exemptsTheOtherCloud() {
        assertThat(CALENDAR.notices(DAY, Cloud.GOVERNMENT, 30))
                .singleElement()
                .returns(Status.EXEMPT, RetirementNotice::status)
                .extracting(RetirementNotice::message)
                .isEqualTo("Old protocol (2027-04-01, vendor page): the government cloud is exempt from the date of the"
                        + " commercial cloud");
    }

    @Test
    @DisplayName("S24: a cloud's own date stands in place of the exemption")
    void prefersTheOwnDate() {
        Retirement own = new Retirement("Old protocol", Cloud.GOVERNMENT, DAY.plusYears(1), "decree");

        List<RetirementNotice> notices = CALENDAR.with(own).notices(DAY, Cloud.GOVERNMENT, 400);

        assertThat(notices).extracting(RetirementNotice::retirement).containsExactly(own);
        assertThat(notices.get(0).message()).isEqualTo("Old protocol (2028-04-01, decree): 366 days left");
    }

    @Test
    @DisplayName("S24: the host can replace, add and remove dates")
    void isReplaceable() {
        Retirement later = new Retirement("Old protocol", Cloud.COMMERCIAL, DAY.plusYears(1), "postponed");
        Retirement other = new Retirement("Other", Cloud.COMMERCIAL, DAY.minusYears(1), "vendor page");

        assertThat(CALENDAR.with(later).with(other).retirements()).containsExactly(other, later);
        assertThat(CALENDAR.without("Old protocol", Cloud.GOVERNMENT)).isEqualTo(CALENDAR);
        assertThat(CALENDAR.without("Old protocol", Cloud.COMMERCIAL)).isEqualTo(RetirementCalendar.EMPTY);
    }

    @Test
    void refusesWhatItCannotTellApart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetirementCalendar(List.of(PROTOCOL, PROTOCOL)))
                .withMessage("retirement of Old protocol in the commercial cloud has two dates; keep one");
        assertThatIllegalArgumentException().isThrownBy(() -> new Retirement(" ", Cloud.COMMERCIAL, DAY, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.notices(DAY, Cloud.COMMERCIAL, -1));
    }
}
