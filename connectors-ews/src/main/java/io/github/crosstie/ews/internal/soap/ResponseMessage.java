package io.github.crosstie.ews.internal.soap;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of the messages of an answer: each speaks of one item or folder of the request.
 *
 * @param responseClass how it went
 * @param trouble its code with text and values; the code is {@code NoError} where all is well
 */
public record ResponseMessage(ResponseClass responseClass, Trouble trouble) {

    /**
     * Whether what was asked for was not done. A warning is not a failure, except the one that says that nobody looked.
     *
     * @return the trouble, or empty if it was done
     */
    public Optional<Trouble> failure() {
        return responseClass == ResponseClass.ERROR || trouble.is(ResponseCode.BATCH_PROCESSING_STOPPED)
                ? Optional.of(trouble)
                : Optional.empty();
    }

    /**
     * Goes through the messages of an answer.
     *
     * @param response stands on the answer, such as {@code m:GetItemResponse}
     * @param message is called for each message, standing on it
     */
    public static void each(XmlInput response, Consumer<XmlInput> message) {
        response.children(child -> {
            if (child.name().equals("ResponseMessages")) {
                child.children(message::accept);
            }
        });
    }

    /**
     * Reads a message.
     *
     * @param message stands on the message
     * @param payload is called for each element that is not about the outcome, standing on it
     * @return the outcome
     */
    public static ResponseMessage read(XmlInput message, XmlInput.Child payload) {
        String stated = message.attribute("ResponseClass");
        Parts parts = new Parts();
        message.children(child -> {
            switch (child.name()) {
                case "MessageText" -> parts.text = child.text();
                case "ResponseCode" -> parts.code = ResponseCode.of(child.text().strip());
                case "DescriptiveLinkKey" -> child.skip();
                case "MessageXml" -> parts.values.putAll(MessageXml.read(child));
                default -> payload.read(child);
            }
        });
        Trouble trouble = new Trouble(parts.code, parts.text, parts.values);
        return new ResponseMessage(classOf(stated == null ? "" : stated, parts.code), trouble);
    }

    /** A class that this connector does not know is a success if the code says so. */
    private static ResponseClass classOf(String stated, ResponseCode code) {
        return switch (stated) {
            case "Success" -> ResponseClass.SUCCESS;
            case "Warning" -> ResponseClass.WARNING;
            case "Error" -> ResponseClass.ERROR;
            default -> code.equals(ResponseCode.NO_ERROR) ? ResponseClass.SUCCESS : ResponseClass.ERROR;
        };
    }

    private static final class Parts {
        private final Map<String, String> values = new HashMap<>();
        private ResponseCode code = ResponseCode.NO_ERROR;
        private String text = "";
    }
}
