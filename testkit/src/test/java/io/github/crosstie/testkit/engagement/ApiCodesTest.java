package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCodesTest extends LoopbackTest {

    @ParameterizedTest
    @EnumSource(EngagementCode.class)
    @DisplayName("U: every code of the API becomes an exception that says what to do, and names the code and the unit")
    void turnsEveryCodeIntoATypedException(EngagementCode code) {
        UnitEndpoint endpoint = endpointAtPageTwo();
        server.faults().next().refuse(code);

        assertThatThrownBy(() -> endpoint.list(secondPage))
                .isInstanceOf(expected(code))
                .hasMessageContaining("code " + code.number())
                .hasMessageContaining(unit.id().value());
    }

    private PageToken secondPage = new PageToken("");

    private UnitEndpoint endpointAtPageTwo() {
        for (String name : new String[] {"Ada", "Bea", "Cleo", "Dora"}) {
            add(name);
        }
        UnitEndpoint endpoint = open();
        secondPage = Objects.requireNonNull(endpoint.list(null).next());
        return endpoint;
    }

    private static Class<? extends CrosstieException> expected(EngagementCode code) {
        return switch (code.number()) {
            case 66, 122, 202 -> ThrottledException.class;
            case 184 -> UnauthorizedException.class;
            case 46, 49 -> AccessBlockedException.class;
            case 181, 201 -> InvalidInputException.class;
            case 210, 211 -> CursorExpiredException.class;
            case 214 -> UnavailableException.class;
            default -> ContractBrokenException.class;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404})
    @DisplayName("reports a code that nobody knows, with its number and status, as a defect")
    void reportsAnUnknownCode(int status) {
        server.faults().next().refuse(status, 7_777);

        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("code 7777")
                .hasMessageContaining("status " + status);
    }

    @Test
    @DisplayName("takes an unknown code with a status of the server's own trouble for trouble that passes")
    void takesAnUnknownCodeOfServerTroubleAsPassing() {
        server.faults().next().refuse(500, 7_777);

        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("code 7777");
    }

    @Test
    @DisplayName("takes the status for what it says where nobody knows the code")
    void readsTheStatusOfAnUnknownCode() {
        server.faults().next().refuse(429, 7_777);
        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(ThrottledException.class)
                .hasMessageContaining("code 7777");
        clock.advance(Duration.ofMinutes(1));

        server.faults().next().refuse(403, 7_777);
        assertThatThrownBy(() -> open().list(null)).isInstanceOf(AccessBlockedException.class);
    }

    @Test
    @DisplayName("reads the code, whatever the status")
    void readsTheCodeWhateverTheStatus() {
        server.faults().next().refuse(200, EngagementCode.DAILY_LIMIT.number());

        assertThatThrownBy(() -> open().list(null)).isInstanceOf(ThrottledException.class);
    }

    @Test
    @DisplayName("takes a refused page token for a defect where none was sent")
    void reportsARefusedTokenThatNobodySent() {
        server.faults().next().refuse(EngagementCode.PAGE_TOKEN_EXPIRED);

        assertThatThrownBy(() -> open().list(null)).isInstanceOf(ContractBrokenException.class);
    }

    @Test
    @DisplayName("201: names the remedy when the unit is not on this host")
    void namesTheRemedyForAnUnknownUnit() {
        Throwable thrown = catchThrowable(() -> server.api(CLIENT)
                .build()
                .open(new BusinessUnitId("0UvNOSUCHUNIT00AAA"))
                .list(null));

        assertThat(thrown)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("code 201")
                .hasMessageContaining("demo or production");
    }
}
