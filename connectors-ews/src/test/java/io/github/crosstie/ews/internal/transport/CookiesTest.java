package io.github.crosstie.ews.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CookiesTest {

    private static final URI SERVER = URI.create("https://mail.acme.example/EWS/Exchange.asmx");

    private final Cookies cookies = new Cookies();

    @Test
    void givesACookieBackToTheServerThatSetIt() {
        cookies.take(
                SERVER, List.of("X-BackEndCookie=S-1-5=u56LnNGaz; expires=Fri, 01-Jan-2100 00:00:00 GMT; path=/EWS"));

        assertThat(cookies.header(URI.create("https://MAIL.acme.example/EWS/Exchange.asmx")))
                .contains("X-BackEndCookie=S-1-5=u56LnNGaz");
    }

    @Test
    void givesItToNoOtherServerWhateverItsDomain() {
        cookies.take(SERVER, List.of("a=1; Domain=.example"));

        assertThat(cookies.header(URI.create("https://mail2.acme.example/EWS/Exchange.asmx")))
                .isEmpty();
        assertThat(cookies.header(URI.create("http://mail.acme.example/EWS/Exchange.asmx")))
                .isEmpty();
    }

    @Test
    void replacesAndRemovesWhatTheServerSays() {
        cookies.take(SERVER, List.of("a=1", "b=1", "c=1", "d=1"));
        cookies.take(SERVER, List.of("a=2", "b=; Max-Age=0", "c=x; expires=Thu, 01-Jan-1970 00:00:00 GMT", "d="));

        assertThat(cookies.header(SERVER)).contains("a=2");
    }

    @Test
    void isBoundedWhateverAServerSets() {
        cookies.take(
                SERVER,
                IntStream.range(0, 500).mapToObj(number -> "c" + number + "=1").toList());
        cookies.take(SERVER, List.of("c0=" + "x".repeat(5000), "=", "nonsense"));

        assertThat(cookies.header(SERVER).orElseThrow().split("; ", -1))
                .hasSize(50)
                .contains("c0=1");
    }

    @Test
    void showsNoCookie() {
        cookies.take(SERVER, List.of("a=secret"));

        assertThat(cookies).hasToString("cookies of 1 servers");
    }
}
