package io.github.crosstie.ews.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChannelBindingHashTest {

    @Test
    @DisplayName("The hash of a certificate with a known binding gives that binding")
    void agreesWithAKnownBinding() throws GeneralSecurityException {
        byte[] certificate =
                HexFormat.of().parseHex("e3ca49271e5089cc48ce82109f1324f41dbeddc29a777410c738f7868c4ff405");

        byte[] binding = ChannelBindingHash.of(certificate);

        assertThat(HexFormat.of().formatHex(binding)).isEqualTo("6ea19df066da4622051f9c4f92c6df74");
    }
}
