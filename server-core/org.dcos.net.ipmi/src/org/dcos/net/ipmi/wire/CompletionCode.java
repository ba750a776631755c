package org.dcos.net.ipmi.wire;

/** Generic completion codes, the first data byte of a response (IPMI v2.0 r1.1 §5.2, table 5-2). */
public final class CompletionCode {

    public static final int SUCCESS = 0x00;
    public static final int NODE_BUSY = 0xC0;
    public static final int INVALID_COMMAND = 0xC1;
    public static final int INVALID_FOR_LUN = 0xC2;
    public static final int TIMEOUT = 0xC3;
    public static final int OUT_OF_SPACE = 0xC4;
    public static final int RESERVATION_LOST = 0xC5;
    public static final int DATA_TRUNCATED = 0xC6;
    public static final int REQUEST_LENGTH_INVALID = 0xC7;
    public static final int REQUEST_LENGTH_EXCEEDED = 0xC8;
    public static final int PARAMETER_OUT_OF_RANGE = 0xC9;
    public static final int TOO_MANY_BYTES_REQUESTED = 0xCA;
    public static final int NOT_PRESENT = 0xCB;
    public static final int INVALID_DATA_FIELD = 0xCC;
    public static final int ILLEGAL_FOR_SENSOR = 0xCD;
    public static final int NO_RESPONSE_AVAILABLE = 0xCE;
    public static final int DUPLICATE_REQUEST = 0xCF;
    public static final int SDR_IN_UPDATE = 0xD0;
    public static final int FIRMWARE_IN_UPDATE = 0xD1;
    public static final int INITIALIZING = 0xD2;
    public static final int DESTINATION_UNAVAILABLE = 0xD3;
    public static final int INSUFFICIENT_PRIVILEGE = 0xD4;
    public static final int NOT_IN_THIS_STATE = 0xD5;
    public static final int SUBFUNCTION_DISABLED = 0xD6;
    public static final int UNSPECIFIED = 0xFF;

    /** In the table's words, shortened; codes of one command alone (80h to BEh) and of OEMs by number. */
    public static String text(int code) {
        String text = switch (code) {
            case SUCCESS -> "done";
            case NODE_BUSY -> "the controller is busy";
            case INVALID_COMMAND -> "command not supported";
            case INVALID_FOR_LUN -> "command not supported for this LUN";
            case TIMEOUT -> "the controller timed out";
            case OUT_OF_SPACE -> "out of space";
            case RESERVATION_LOST -> "reservation cancelled or invalid";
            case DATA_TRUNCATED -> "request data truncated";
            case REQUEST_LENGTH_INVALID -> "request data length invalid";
            case REQUEST_LENGTH_EXCEEDED -> "request data too long";
            case PARAMETER_OUT_OF_RANGE -> "parameter out of range";
            case TOO_MANY_BYTES_REQUESTED -> "cannot return that many bytes";
            case NOT_PRESENT -> "requested sensor, data or record not present";
            case INVALID_DATA_FIELD -> "invalid data field in the request";
            case ILLEGAL_FOR_SENSOR -> "command illegal for this sensor or record";
            case NO_RESPONSE_AVAILABLE -> "response could not be provided";
            case DUPLICATE_REQUEST -> "duplicated request";
            case SDR_IN_UPDATE -> "SDR repository is being updated";
            case FIRMWARE_IN_UPDATE -> "the controller is in firmware update";
            case INITIALIZING -> "the controller is starting";
            case DESTINATION_UNAVAILABLE -> "destination unavailable";
            case INSUFFICIENT_PRIVILEGE -> "privilege level of the account or session is too low";
            case NOT_IN_THIS_STATE -> "not supported in the present state";
            case SUBFUNCTION_DISABLED -> "sub-function disabled or unavailable";
            case UNSPECIFIED -> "unspecified error";
            default -> code >= 0x80 && code <= 0xBE ? "refused for a reason of this command" : "OEM or reserved code";
        };
        return "%s (completion code %02Xh)".formatted(text, code);
    }

    private CompletionCode() {}
}
