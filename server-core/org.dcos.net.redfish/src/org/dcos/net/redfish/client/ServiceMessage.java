package org.dcos.net.redfish.client;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dcos.net.redfish.json.Json;

/**
 * One entry of {@code @Message.ExtendedInfo} (DSP0266 §9.5.11).
 *
 * @param key  of the message in its registry, e.g. {@code PropertyNotWritable}
 * @param text what happened; made of the Base registry's words when the service tells the key only
 * @param cure what to do about it; may be empty
 */
public record ServiceMessage(String key, String text, String cure, List<String> arguments) {

    static final String EXTENDED_INFO = "@Message.ExtendedInfo";

    private static final int LONGEST = 300;
    private static final int MOST = 3;
    private static final int MOST_KEPT = 50;

    /** For services that tell a key without words; after the keys of the Base registry (DSP8011), in our words. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("AccessDenied", "access to %1 is denied"),
            Map.entry("ActionNotSupported", "the action %1 is not supported"),
            Map.entry("ActionParameterMissing", "the action %1 needs the parameter %2"),
            Map.entry("ActionParameterNotSupported", "the action %2 does not know the parameter %1"),
            Map.entry("GeneralError", "it tells no more than that it did not work"),
            Map.entry("InsufficientPrivilege", "the account is not allowed to do this"),
            Map.entry("InternalError", "the management controller failed inside"),
            Map.entry("NoValidSession", "the session is over"),
            Map.entry("PasswordChangeRequired", "the password of this account has to be changed first"),
            Map.entry("PropertyMissing", "the property %1 is missing"),
            Map.entry("PropertyNotWritable", "the property %1 cannot be written"),
            Map.entry("PropertyUnknown", "the property %1 is not known"),
            Map.entry("PropertyValueFormatError", "the value %1 of the property %2 is not in the right form"),
            Map.entry("PropertyValueNotInList", "the property %2 cannot be %1"),
            Map.entry("PropertyValueTypeError", "the value %1 of the property %2 is of the wrong type"),
            Map.entry("ResourceInUse", "it is busy with something else"),
            Map.entry("ResourceMissingAtURI", "there is nothing at %1"),
            Map.entry("ServiceInUnknownState", "the management controller does not know its own state"),
            Map.entry("ServiceShuttingDown", "the management controller is restarting"),
            Map.entry("ServiceTemporarilyUnavailable", "it is busy; try again in %1 s"),
            Map.entry("SessionLimitExceeded", "all its sessions are in use"));

    public ServiceMessage {
        arguments = List.copyOf(arguments);
    }

    /** Of an error's body, of an answer with remarks, or of a task; empty where there is none. */
    static List<ServiceMessage> of(Json body) {
        var found = new ArrayList<Json>(body.object("error").objects(EXTENDED_INFO));
        found.addAll(body.objects(EXTENDED_INFO));
        found.addAll(body.objects("Messages"));
        for (String name : body.names()) { // remarks about single properties
            if (name.length() > EXTENDED_INFO.length() && name.endsWith(EXTENDED_INFO)) {
                found.addAll(body.objects(name));
            }
        }
        var messages = new ArrayList<ServiceMessage>();
        found.stream().limit(MOST_KEPT).map(ServiceMessage::read).forEach(messages::add);
        if (messages.isEmpty()) {
            Json error = body.object("error");
            error.text("message").ifPresent(text -> messages.add(new ServiceMessage(key(error.textOrEmpty("code")),
                    tidy(text), "", List.of())));
        }
        return messages;
    }

    private static ServiceMessage read(Json message) {
        String key = key(message.text("MessageId").or(() -> message.text("MessageID")).orElse(""));
        List<String> arguments = message.texts("MessageArgs");
        String text = message.text("Message").orElseGet(() -> worded(key, arguments));
        String cure = message.text("Resolution").filter(told -> !told.toLowerCase(Locale.ROOT)
                .startsWith("none")).orElse("");
        return new ServiceMessage(key, tidy(text), tidy(cure), arguments);
    }

    public boolean is(String messageKey) {
        return key.equals(messageKey);
    }

    /** One to three of them as text, each once, with the cure of the first. */
    public static Optional<String> sentence(List<ServiceMessage> messages) {
        var texts = new LinkedHashSet<String>();
        messages.stream().map(ServiceMessage::text).filter(text -> !text.isEmpty()).limit(MOST).forEach(texts::add);
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        String said = String.join(" ", texts.stream().map(text -> text.endsWith(".") ? text : text + ".").toList());
        String cure = messages.getFirst().cure();
        return Optional.of(cure.isEmpty() || said.contains(cure) ? said : said + " " + cure);
    }

    static Optional<String> passwordChangeRequired(List<ServiceMessage> messages) {
        return messages.stream().filter(message -> message.is("PasswordChangeRequired"))
                .flatMap(message -> message.arguments().stream()).filter(path -> path.startsWith("/redfish/"))
                .findFirst();
    }

    /**
     * {@code Base.1.8.PropertyUnknown} and {@code Vendor.Registry.1.0.Key} are known by what is behind the last dot.
     */
    private static String key(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    private static String worded(String key, List<String> arguments) {
        String words = WORDS.getOrDefault(key, key);
        for (int i = 0; i < arguments.size() && i < 9; i++) {
            words = words.replace("%" + (i + 1), arguments.get(i));
        }
        return words;
    }

    /** On one line and of a length that one reads. */
    private static String tidy(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
