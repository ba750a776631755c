package org.dcos.domain.dhcp;

import java.util.List;
import java.util.Optional;

/**
 * Machines that get options of their own. What is left empty is not looked at; all that is given has to hold.
 *
 * @param name        unique among the classes
 * @param vendorClass option 60, with {@code *} and {@code ?}
 * @param hostName    option 12, with {@code *} and {@code ?}
 * @param macPrefix   how the MAC begins: {@code 3c:ec:ef}
 * @param options     are sent to them whether they ask for them or not
 * @param bootServer  address from where they boot
 * @param bootFile    path or URL of what they boot
 */
public record ClientClass(String name, String vendorClass, String hostName, String macPrefix, List<OptionValue> options,
        Optional<String> bootServer, Optional<String> bootFile) {

    public ClientClass {
        options = List.copyOf(options);
    }
}
