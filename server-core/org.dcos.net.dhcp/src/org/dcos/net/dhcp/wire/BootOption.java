package org.dcos.net.dhcp.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a machine that boots over the network tells and is told (RFC 2132 §9, RFC 3004, RFC 4578). */
public sealed interface BootOption extends DhcpOption {

    /** Option 60 (RFC 2132 §9.13). */
    record VendorClass(String name) implements BootOption {
        public static final int CODE = 60;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofText(name);
        }
    }

    /** Option 66 (RFC 2132 §9.4). */
    record TftpServerName(String name) implements BootOption {
        public static final int CODE = 66;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofText(name);
        }
    }

    /** Option 67 (RFC 2132 §9.5). */
    record BootFile(String name) implements BootOption {
        public static final int CODE = 67;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofText(name);
        }
    }

    /** Option 77 (RFC 3004). Many send a bare name, not the list that the RFC asks for. */
    record UserClass(Octets octets) implements BootOption {
        public static final int CODE = 77;

        /** The names in it: those of the list, where it is one, else all of it as one name. */
        public List<String> names() {
            var names = new ArrayList<String>();
            var all = new String(octets.bytes(), StandardCharsets.ISO_8859_1);
            for (int at = 0; at < all.length();) {
                int next = at + 1 + all.charAt(at);
                if (all.charAt(at) == 0 || next > all.length()) {
                    return List.of(octets.text());
                }
                names.add(all.substring(at + 1, next));
                at = next;
            }
            return List.copyOf(names);
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return octets.bytes();
        }
    }

    /** Option 93, what the client can start, in its order (RFC 4578 §2.1; IANA "Processor Architecture Types"). */
    record ClientArchitecture(List<Integer> types) implements BootOption {
        public static final int CODE = 93;

        /** x86 BIOS. */
        public static final int X86_BIOS = 0;

        /** x86-64 UEFI, as PXE firmware sends it. */
        public static final int X64_UEFI = 7;

        /** x86-64 UEFI that starts over HTTP. */
        public static final int X64_UEFI_HTTP = 16;

        public ClientArchitecture {
            types = List.copyOf(types);
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofArchitectures(types);
        }
    }

    /** Option 97, the client's UUID behind its type, 0 (RFC 4578 §2.3). */
    record ClientMachine(Octets octets) implements BootOption {
        public static final int CODE = 97;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return octets.bytes();
        }
    }
}
