/** Tables of text from CSV and XLSX files. Files come from outside: everything about them is bounded. */
package org.dcos.server.cmdb.sheet;
