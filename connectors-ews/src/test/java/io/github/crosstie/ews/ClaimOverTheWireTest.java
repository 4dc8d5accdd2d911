package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.internal.exchange.ClaimText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims of a mailbox, whatever their lengths. */
class ClaimOverTheWireTest {

    private final Office office = new Office();
    private final Endpoint contacts = office.contacts();

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 300, 3_000})
    @DisplayName("S12: a claim is read whole, where a search of folders tells its beginning alone")
    void isReadWhole(int length) {
        MailboxClaim claim = RequestIdsTest.claim("c".repeat(length));
        MailboxClaim released = claim.released();

        assertThat(contacts.replaceClaim(null, claim)).isInstanceOf(ClaimOutcome.Replaced.class);
        assertThat(contacts.readClaim()).contains(claim);
        assertThat(contacts.replaceClaim(claim, released)).isInstanceOf(ClaimOutcome.Replaced.class);
        assertThat(contacts.readClaim()).contains(released);
    }

    @Test
    @DisplayName("S12: a claim that no mailbox has room for is refused before anything is sent, with the remedy")
    void hasABound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimText.write(RequestIdsTest.claim("c".repeat(4_000))))
                .withMessageContaining("shorten the configuration's id");
    }

    @Test
    @DisplayName("S12: a text of any length that is no claim of ours is not taken for none")
    void readsNoEndlessText() {
        String claim = ClaimText.write(RequestIdsTest.claim("default"));

        assertThatExceptionOfType(ContractBrokenException.class)
                .isThrownBy(() -> ClaimText.read(claim + "0".repeat(5_000)));
    }
}
