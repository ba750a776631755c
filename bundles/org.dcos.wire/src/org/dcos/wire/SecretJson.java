package org.dcos.wire;

import org.dcos.domain.Secret;
import org.dcos.domain.access.IssuedToken;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Secrets go to the server-core in requests and never come back; the one exception is the text of a token just issued.
 */
final class SecretJson {

    /** Attribute of the writer that writes a request's body. */
    static final Object IN_REQUEST = "secrets-in-request";

    static SimpleModule module() {
        return new SimpleModule("secrets").addSerializer(new Writer()).addDeserializer(Secret.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Secret> {
        Writer() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret secret, JsonGenerator out, SerializationContext context) {
            if (context.getAttribute(IN_REQUEST) == null && !(out.currentValue() instanceof IssuedToken)) {
                throw new IllegalStateException("A secret was about to be written to "
                        + out.streamWriteContext().pathAsPointer() + " of an answer");
            }
            char[] text = secret.reveal();
            out.writeString(text, 0, text.length);
            java.util.Arrays.fill(text, '\0');
        }
    }

    private static final class Reader extends StdDeserializer<Secret> {
        Reader() {
            super(Secret.class);
        }

        @Override
        public Secret deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return (Secret) context.handleUnexpectedToken(context.constructType(Secret.class), in);
            }
            return Secret.of(in.getString());
        }
    }

    private SecretJson() {}
}
