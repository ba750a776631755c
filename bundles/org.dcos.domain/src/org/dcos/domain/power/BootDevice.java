package org.dcos.domain.power;

/** What to boot from next (IPMI v2.0 §28.13, boot flags, data 2). */
public enum BootDevice {
    NONE, PXE, DISK, CDROM, BIOS_SETUP
}
