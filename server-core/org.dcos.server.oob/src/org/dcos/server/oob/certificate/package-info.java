/** The acceptance certificate of a rack as a PDF file: planned against found, unit by unit. */
package org.dcos.server.oob.certificate;
