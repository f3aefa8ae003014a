/** What the tests of this module share. */
package direttore.proxmox;
