package io.github.crosstie.ews.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Owner;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasicAuthTest {

    private static final Owner ANNA = new Owner("anna@acme.example");
    private static final SignInTarget ENCRYPTED = new SignInTarget(URI.create("https://mail.acme.example/"), ANNA);
    private static final SignInTarget PLAIN = new SignInTarget(URI.create("http://127.0.0.1:8080/"), ANNA);

    @Test
    void sendsNameAndPasswordInUtf8() {
        SignIn signIn = EwsAuth.basic("ACME\\anna", () -> "pässword:1").begin(ENCRYPTED);

        assertThat(signIn.first()).isEqualTo("Basic QUNNRVxhbm5hOnDDpHNzd29yZDox");
    }

    @Test
    void refusesToShowThePasswordToEverybodyOnTheWay() {
        EwsAuth basic = EwsAuth.basic("anna", () -> "secret");

        assertThatThrownBy(() -> basic.begin(PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use https");
    }

    @Test
    void givesUpAfterARefusal() {
        SignIn signIn = EwsAuth.basic("anna", () -> "secret").begin(ENCRYPTED);
        signIn.first();

        assertThat(signIn.next(new Challenge(List.of("Basic realm=\"x\""), null)))
                .isEmpty();
    }

    @Test
    void refusesANameThatWouldEndTooEarly() {
        assertThatThrownBy(() -> EwsAuth.basic("a:b", () -> "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colon");
    }

    @Test
    void showsNoSecret() {
        assertThat(EwsAuth.basic("anna", () -> "secret").toString()).isEqualTo("Basic sign-in");
    }
}
