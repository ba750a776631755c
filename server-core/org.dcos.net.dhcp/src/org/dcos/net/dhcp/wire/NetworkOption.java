package org.dcos.net.dhcp.wire;

import java.net.Inet4Address;
import java.util.List;

/** What a host needs on its network (RFC 2132 §3, RFC 3442). */
public sealed interface NetworkOption extends DhcpOption {

    /** Option 1 (RFC 2132 §3.3). */
    record SubnetMask(Inet4Address mask) implements NetworkOption {
        public static final int CODE = 1;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return mask.getAddress();
        }
    }

    /** Option 3, the best first (RFC 2132 §3.5). */
    record Routers(List<Inet4Address> addresses) implements NetworkOption {
        public static final int CODE = 3;

        public Routers {
            addresses = List.copyOf(addresses);
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofAddresses(addresses);
        }
    }

    /** Option 6, servers of the domain name system (RFC 2132 §3.8). */
    record NameServers(List<Inet4Address> addresses) implements NetworkOption {
        public static final int CODE = 6;

        public NameServers {
            addresses = List.copyOf(addresses);
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofAddresses(addresses);
        }
    }

    /** Option 12 (RFC 2132 §3.14). */
    record HostName(String name) implements NetworkOption {
        public static final int CODE = 12;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofText(name);
        }
    }

    /** Option 15 (RFC 2132 §3.17). */
    record DomainName(String name) implements NetworkOption {
        public static final int CODE = 15;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofText(name);
        }
    }

    /** Option 28 (RFC 2132 §5.3). */
    record BroadcastAddress(Inet4Address address) implements NetworkOption {
        public static final int CODE = 28;

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return address.getAddress();
        }
    }

    /** Option 42 (RFC 2132 §8.3). */
    record TimeServers(List<Inet4Address> addresses) implements NetworkOption {
        public static final int CODE = 42;

        public TimeServers {
            addresses = List.copyOf(addresses);
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return OptionPayload.ofAddresses(addresses);
        }
    }

    /** Option 121 (RFC 3442). */
    record ClasslessRoutes(List<ClasslessRoute> routes) implements NetworkOption {
        public static final int CODE = 121;

        public ClasslessRoutes {
            routes = List.copyOf(routes);
        }

        @Override
        public int code() {
            return CODE;
        }

        @Override
        public byte[] payload() {
            return ClasslessRoute.encode(routes);
        }
    }
}
