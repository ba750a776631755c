/** The files that tell other tools what is in the lab. */
package org.dcos.lab.files;
