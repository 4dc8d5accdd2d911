package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Ids;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** ConvertId: the same id in another format; whether there is such an item is not looked at. */
final class ConvertId implements Operation {

    @Override
    public Tree answer(Call call) {
        Answers answers = new Answers(call);
        for (Tree source : call.body().in("m:SourceIds")) {
            answers.add(() -> convert(call, source));
        }
        return answers.response();
    }

    private static Tree[] convert(Call call, Tree source) throws Refusal {
        String id = ewsId(source.attribute("Format"), source.attribute("Id"));
        if (Ids.parse(id) == null) {
            throw new Refusal("ErrorInvalidIdMalformed", "Id is malformed.");
        }
        String format = call.body().attribute("DestinationFormat");
        return new Tree[] {
            Tree.of("m:AlternateId")
                    .with("xsi:type", "t:AlternateIdType")
                    .with("Format", format)
                    .with("Id", as(format, id))
                    .with("Mailbox", source.attribute("Mailbox"))
        };
    }

    private static String as(String format, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return switch (format) {
            case "EwsId", "EwsLegacyId" -> id;
            case "HexEntryId" -> HexFormat.of().withUpperCase().formatHex(bytes);
            case "OwaId" -> id.replace('/', '_').replace('+', '-');
            default -> Base64.getEncoder().encodeToString(bytes);
        };
    }

    private static String ewsId(String format, String id) throws Refusal {
        try {
            return switch (format) {
                case "EwsId", "EwsLegacyId" -> id;
                case "HexEntryId" -> new String(HexFormat.of().parseHex(id), StandardCharsets.UTF_8);
                case "OwaId" -> id.replace('_', '/').replace('-', '+');
                default -> new String(Base64.getDecoder().decode(id), StandardCharsets.UTF_8);
            };
        } catch (IllegalArgumentException malformed) {
            throw new Refusal("ErrorInvalidIdMalformed", "Id is malformed.");
        }
    }
}
