package io.github.crosstie.salesforce.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateKeysTest {

    /** Version, algorithm and the head of the octets: what PKCS#8 puts before an RSA key of these sizes. */
    private static final int WRAPPING = 26;

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 4096})
    @DisplayName("reads a key in PKCS#8, as openssl genpkey writes it")
    void readsPkcs8(int bits) throws NoSuchAlgorithmException {
        PrivateKey key = key(bits);

        assertThat(PrivateKeys.rsa(pem("PRIVATE KEY", key.getEncoded()))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048, 4096})
    @DisplayName("reads a key in PKCS#1, as openssl rsa writes it")
    void readsPkcs1(int bits) throws NoSuchAlgorithmException {
        PrivateKey key = key(bits);
        byte[] whole = key.getEncoded();
        byte[] bare = Arrays.copyOfRange(whole, WRAPPING, whole.length);

        assertThat(PrivateKeys.rsa("Bag Attributes\n" + pem("RSA PRIVATE KEY", bare)))
                .isEqualTo(key);
    }

    @Test
    @DisplayName("refuses an encrypted key, and says how to decrypt it")
    void refusesEncrypted() {
        assertThatThrownBy(() -> PrivateKeys.rsa(pem("ENCRYPTED PRIVATE KEY", new byte[40])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl pkcs8");
    }

    @Test
    @DisplayName("refuses what is no key, and shows nothing of it")
    void refusesAnythingElse() {
        assertThatThrownBy(() -> PrivateKeys.rsa("secret words"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BEGIN PRIVATE KEY")
                .hasMessageNotContaining("secret words");
    }

    @Test
    @DisplayName("refuses a key that is no RSA key")
    void refusesOtherAlgorithms() throws NoSuchAlgorithmException {
        byte[] curve = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();

        assertThatThrownBy(() -> PrivateKeys.rsa(pem("PRIVATE KEY", curve)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RSA keys alone");
    }

    private static PrivateKey key(int bits) throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPrivate();
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }
}
