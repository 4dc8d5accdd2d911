package io.github.crosstie.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnAddressesTest {

    private static final AddressResolver ALIASES =
            address -> address.endsWith("@acme.example") ? Optional.of("anna.berg@acme.example") : Optional.empty();

    private final OwnAddresses anna = OwnAddresses.of(MailboxAddress.of("anna@acme.example"), ALIASES);

    @ParameterizedTest
    @ValueSource(strings = {"anna@acme.example", "ANNA@ACME.EXAMPLE", "anna.berg@acme.example", "a.berg@acme.example"})
    @DisplayName("S8: the user is known by the given address, the primary one and every alias")
    void knowsTheUser(String address) {
        assertThat(anna.contains(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@other.example", "anna", ""})
    @DisplayName("S8: whatever else names an organizer is somebody else's")
    void knowsOthers(String address) {
        assertThat(anna.contains(address)).isFalse();
    }

    @Test
    void nobodyIsKnownWithoutAnAddress() {
        assertThat(OwnAddresses.NONE.contains("anna@acme.example")).isFalse();
    }

    @Test
    @DisplayName("G6: shows no address")
    void isMasked() {
        assertThat(anna.toString()).doesNotContain("anna");
    }
}
