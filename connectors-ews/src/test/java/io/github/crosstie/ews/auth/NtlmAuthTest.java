package io.github.crosstie.ews.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.internal.transport.TestIdentity;
import io.github.crosstie.fault.UnauthorizedException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NtlmAuthTest {

    private static final SignInTarget TARGET =
            new SignInTarget(URI.create("https://127.0.0.1/EWS/Exchange.asmx"), new Owner("anna@acme.example"));

    @Test
    void provesThePasswordToAServerThatChecksIt() throws IOException {
        assertThat(isAdmitted("correct horse", NtlmServer.lenient(), Optional.empty()))
                .isTrue();
    }

    @Test
    void provesNothingWithAnotherPassword() throws IOException {
        assertThat(isAdmitted("battery staple", NtlmServer.lenient(), Optional.empty()))
                .isFalse();
    }

    @Test
    @DisplayName("Extended Protection: the proof covers the binding to the server's certificate")
    void bindsTheProofToTheCertificate() throws IOException {
        TestIdentity identity = TestIdentity.own();
        byte[] binding = ChannelBindingHash.of(identity.certificate());

        assertThat(isAdmitted("correct horse", NtlmServer.requiring(binding), Optional.of(identity)))
                .isTrue();
    }

    @Test
    void isBoundToNoOtherCertificate() throws IOException {
        byte[] binding = ChannelBindingHash.of(TestIdentity.own().certificate());

        assertThat(isAdmitted("correct horse", NtlmServer.requiring(binding), Optional.of(TestIdentity.other())))
                .isFalse();
    }

    @Test
    void carriesNoBindingWithoutEncryption() throws IOException {
        assertThat(isAdmitted("correct horse", NtlmServer.requiring(new byte[16]), Optional.empty()))
                .isFalse();
    }

    @Test
    void keepsWhatElseTheServerSaysOfItself() throws IOException {
        SignIn signIn = ntlm("correct horse").begin(TARGET);
        byte[] challenge = NtlmServer.lenient().challenge(1, message(signIn.first()));

        byte[] bound = NtlmChallenge.of(challenge).bindTo(new byte[16]);

        assertThat(Arrays.copyOf(bound, 40)).isEqualTo(Arrays.copyOf(challenge, 40));
        assertThat(bound).hasSize(challenge.length + 12 + 20 + 4);
        assertThat(bound).containsSubsequence(0x0a, 0x00, 0x10, 0x00);
    }

    @Test
    void leavesAChallengeWithoutTargetInformationAsItIs() {
        byte[] bare = new byte[48];

        assertThat(NtlmChallenge.of(bare).bindTo(new byte[16])).isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NTLM !!!", "NTLM AAAA", "NTLM TlRMTVNTUAACAAAA"})
    void refusesAChallengeThatIsNone(String offer) {
        SignIn signIn = ntlm("correct horse").begin(TARGET);
        signIn.first();

        assertThatThrownBy(() -> signIn.next(new Challenge(List.of(offer), null)))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("cannot be answered");
    }

    @Test
    void givesUpWhenTheServerChallengesNobody() {
        SignIn signIn = ntlm("correct horse").begin(TARGET);
        signIn.first();

        assertThat(signIn.next(new Challenge(List.of("Negotiate", "NTLM"), null)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void refusesACountOfConnectionsThatMakesNoSense(int connections) {
        assertThatThrownBy(() -> EwsAuth.ntlm("ACME", "anna", () -> "secret", connections))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pass 1 to 64");
    }

    @Test
    void asksForAPasswordThatIsNotThere() {
        assertThatThrownBy(() -> ntlm("").begin(TARGET).first())
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("no password");
    }

    @Test
    void showsNoSecret() {
        assertThat(ntlm("correct horse").toString()).isEqualTo("NTLM sign-in of at most 4 connections");
    }

    private static boolean isAdmitted(String password, NtlmServer server, Optional<TestIdentity> identity)
            throws IOException {
        SignIn signIn = ntlm(password).begin(TARGET);
        String offer = "NTLM " + Base64.getEncoder().encodeToString(server.challenge(1, message(signIn.first())));
        Challenge challenge = new Challenge(
                List.of("Negotiate", offer),
                identity.map(TestIdentity::certificate).orElse(null));
        return server.isProof(1, message(signIn.next(challenge).orElseThrow()));
    }

    private static EwsAuth ntlm(String password) {
        return EwsAuth.ntlm("ACME", "anna", () -> password, 4);
    }

    private static byte[] message(String header) {
        return Base64.getDecoder().decode(header.substring("NTLM ".length()));
    }
}
