/** In the one-file edition nothing is packed by LZMA, only unpacked: its encoder stays out. */
export class Encoder {}
