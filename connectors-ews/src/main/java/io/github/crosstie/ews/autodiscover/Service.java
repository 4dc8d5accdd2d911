package io.github.crosstie.ews.autodiscover;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.internal.transport.Statuses;
import io.github.crosstie.ews.internal.transport.WebAnswer;
import io.github.crosstie.ews.internal.transport.WebClient;
import io.github.crosstie.ews.internal.transport.WebRequest;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks one Autodiscover service, in either of its two forms. */
final class Service {

    static final String JSON = "/autodiscover/autodiscover.json/v1.0/";
    static final String XML = "/autodiscover/autodiscover.xml";

    private static final int LARGEST_JSON = 64 * 1024;

    private final WebClient anonymous;
    private final WebClient signedIn;
    private final Statuses statuses;
    private final Supplier<String> requestIds;

    Service(WebClient anonymous, WebClient signedIn, Statuses statuses, Supplier<String> requestIds) {
        this.anonymous = anonymous;
        this.signedIn = signedIn;
        this.statuses = statuses;
        this.requestIds = requestIds;
    }

    /** The JSON form, which tells anybody where a mailbox is, so no credentials travel. */
    Finding askJson(URI service, String address) {
        WebRequest request = request(service, address, Map.of("Accept", "application/json"), null);
        return ask(anonymous, request, answer -> fromJson(request.with(answer), answer));
    }

    /**
     * The XML form, which every Exchange has, and which wants a sign-in. A web server that asks for none, because it
     * has nothing to do with mail, is shown no credentials.
     */
    Finding askXml(URI service, String address) {
        Map<String, String> headers =
                Map.of("Content-Type", "text/xml; charset=utf-8", "Accept", "text/xml", "Accept-Encoding", "gzip");
        WebRequest request = request(service, address, headers, PoxAnswer.request(address));
        Function<WebAnswer, Finding> reading = answer -> fromXml(request.with(answer), PoxAnswer.read(answer.body()));
        Finding unsigned = ask(anonymous, request, reading);
        boolean wantsSignIn =
                unsigned instanceof Finding.Nothing nothing && nothing.why() instanceof UnauthorizedException;
        return wantsSignIn ? ask(signedIn, request, reading) : unsigned;
    }

    /** Where the JSON form is asked for an address. */
    static URI json(URI base, String address) {
        String path = JSON + URLEncoder.encode(address, StandardCharsets.UTF_8) + "?Protocol=EWS";
        return base.resolve(path);
    }

    /** Where the XML form is asked. */
    static URI xml(URI base) {
        return base.resolve(XML);
    }

    private WebRequest request(URI service, String address, Map<String, String> more, @Nullable String body) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put(WebRequest.ID, requestIds.get());
        return new WebRequest("Autodiscover", service, new Owner(address), headers, body, true);
    }

    private Finding ask(WebClient web, WebRequest request, Function<WebAnswer, Finding> reading) {
        try (WebAnswer answer = web.send(request)) {
            int status = answer.status();
            if (status / 100 == 3) {
                return elsewhere(request, answer);
            }
            return status == 200 && !answer.isPage()
                    ? reading.apply(answer)
                    : nothing(statuses.meaning(answer, request.with(answer)));
        } catch (UncheckedIOException e) {
            return nothing(new UnavailableException(request + ": the answer broke off; try again later", e.getCause()));
        } catch (CrosstieException e) {
            return nothing(e);
        }
    }

    /**
     * The next service may help, but not where this one says that it must be left alone, or where this thread must end.
     */
    private static Finding nothing(CrosstieException why) {
        if (why instanceof ThrottledException || Thread.currentThread().isInterrupted()) {
            throw why;
        }
        return new Finding.Nothing(why);
    }

    private static Finding elsewhere(WebRequest request, WebAnswer answer) {
        String where = request.with(answer);
        return address(answer.header("Location").orElse(""))
                .map(request.address()::resolve)
                .<Finding>map(Finding.OtherService::new)
                .orElseGet(() -> broken(where, "redirects to nowhere"));
    }

    private static Finding fromJson(String where, WebAnswer answer) {
        Map<String, String> object;
        try {
            object = FlatJson.read(new String(answer.body().readNBytes(LARGEST_JSON), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            return broken(where, "answers no JSON of Autodiscover");
        }
        String code = object.getOrDefault("ErrorCode", "");
        return code.isEmpty() ? found(where, object.getOrDefault("Url", "")) : refused(where, code);
    }

    private static Finding fromXml(String where, PoxAnswer answer) {
        if (!answer.errorCode().isEmpty()) {
            return refused(where, answer.errorCode());
        }
        return switch (answer.action()) {
            case "redirectAddr" ->
                answer.redirectAddress().isBlank()
                        ? broken(where, "redirects to no address")
                        : new Finding.OtherAddress(answer.redirectAddress());
            case "redirectUrl" ->
                address(answer.redirectUrl())
                        .<Finding>map(Finding.OtherService::new)
                        .orElseGet(() -> broken(where, "redirects to nowhere"));
            default -> found(where, answer.ews().orElse(""));
        };
    }

    private static Finding found(String where, String url) {
        return address(url)
                .filter(URI::isAbsolute)
                .filter(address -> address.getHost() != null)
                .<Finding>map(Finding.Found::new)
                .orElseGet(() -> broken(where, "names no address of Exchange Web Services"));
    }

    private static Finding refused(String where, String code) {
        String shown = code.matches("\\w{1,40}") ? code : "unreadable";
        return new Finding.Nothing(new MailboxUnavailableException(where + ": it does not help (" + shown
                + "); check that the mailbox exists, or tell the connector where its server is"));
    }

    private static Finding broken(String where, String what) {
        return new Finding.Nothing(
                new ContractBrokenException(where + ": it " + what + "; tell the connector where the server is"));
    }

    private static Optional<URI> address(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
